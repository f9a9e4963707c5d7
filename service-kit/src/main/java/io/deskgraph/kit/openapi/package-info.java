/**
 * What the annotations cannot say of the OpenAPI document and every service says alike: which members may be null, the
 * envelope round an answer, and the refusals any operation of its kind may give.
 */
@NullMarked
package io.deskgraph.kit.openapi;

import org.jspecify.annotations.NullMarked;
