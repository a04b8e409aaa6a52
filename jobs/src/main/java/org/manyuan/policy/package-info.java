/** Policy rules of regions: from a rule to the question that a database answers, and from the answers to checks. Plain Java. */
package org.manyuan.policy;
