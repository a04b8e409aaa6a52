/** The settings of a workspace, parsed once from {@code manyuan.yaml}. Plain Java. */
package org.manyuan.config;
