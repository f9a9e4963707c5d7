package io.deskgraph.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.jboss.jandex.IndexView;

/** Completes the document that the annotations gave, once, when the service is built. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DocumentFilter implements OASFilter {

    private final IndexView index;

    public DocumentFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        if (document.getPaths() == null) {
            document.setPaths(OASFactory.createPaths());
        }
        List<MediaType> sent = SentBodies.unwrap(document);
        OwnMembers.restore(document, index);
        new NullableMembers(index).mark(document);
        PartialBodies.describe(document, sent);
        PaginationSchema.describe(document);
        new Envelopes().wrap(document);
        CommonAnswers.complete(document);
        Methods methods = new Methods(index);
        new ImpossibleAnswers(methods).leaveOut(document);
        new NeededPermissions(methods).tell(document);
    }
}
