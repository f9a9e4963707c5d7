package io.deskgraph.assets.importing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The multipart body, for the description of the API. */
@Schema(requiredProperties = "file")
record ImportForm(
        @Schema(format = "binary", description = "The CSV file, at most 100 MiB")
        String file) {}
