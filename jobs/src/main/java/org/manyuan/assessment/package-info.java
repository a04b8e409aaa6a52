/**
 * Bundled assessment (捆绑评价) in plain Java: a scheme and the figures of a region's groups in, scores with their contributions and
 * policy checks out. A scheme is data ({@code schemas/schemes}); no number of a policy stands here.
 */
package org.manyuan.assessment;
