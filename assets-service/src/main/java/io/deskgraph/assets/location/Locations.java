package io.deskgraph.assets.location;

import io.deskgraph.assets.lookup.NumberedKind;
import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.lookup.Use;
import java.util.List;
import java.util.Map;

/** What locations are. */
final class Locations extends NumberedKind<Location, LocationRequest, LocationView> {

    static final Locations KIND = new Locations();

    private Locations() {
        super(Location.class, LocationRequest.class, ReferenceState.LOCATION);
    }

    @Override
    protected void fill(Location row, LocationRequest request) {
        row.name = request.name().strip();
        row.address = request.address();
    }

    @Override
    public LocationView view(Location row) {
        return LocationView.of(row);
    }

    @Override
    protected Map<String, String> constraints() {
        return Map.of("locations_name_uk", "name");
    }

    @Override
    protected List<Use> uses() {
        return List.of(Use.of("assets", "location_id"));
    }
}
