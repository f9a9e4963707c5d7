package io.deskgraph.tickets.comment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A comment in a list, in the form that was asked for. */
@Schema(anyOf = {CommentItem.class, CommentDigest.class})
public sealed interface CommentLine permits CommentItem, CommentDigest {}
