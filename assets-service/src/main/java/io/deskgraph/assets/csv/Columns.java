package io.deskgraph.assets.csv;

import java.util.List;

/** The columns of the inventory's file, in the order in which an export writes them. */
public final class Columns {

    public static final String TAG = "asset_tag";
    public static final String NAME = "name";
    public static final String DATABASE = "database_id";
    public static final String MANUFACTURER = "manufacturer";
    public static final String MODEL = "model";
    public static final String SERIAL = "serial";
    public static final String STATUS = "status";
    public static final String CATEGORY = "category";
    public static final String LOCATION = "location";
    public static final String PURCHASE_DATE = "purchase_date";
    public static final String PURCHASE_COST = "purchase_cost";
    public static final String WARRANTY = "warranty_expiry";
    public static final String NOTES = "notes";
    public static final String TYPE = "asset_type";
    public static final String TAGS = "tags";

    /** What stands in front of a custom field's name. */
    public static final String CUSTOM = "custom.";

    public static final List<String> BUILT_IN = List.of(
            TAG,
            NAME,
            DATABASE,
            MANUFACTURER,
            MODEL,
            SERIAL,
            STATUS,
            CATEGORY,
            LOCATION,
            PURCHASE_DATE,
            PURCHASE_COST,
            WARRANTY,
            NOTES,
            TYPE,
            TAGS);

    private Columns() {}
}
