package io.deskgraph.assets.category;

import io.deskgraph.assets.lookup.NumberedLookUp;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "categories")
class Category extends NumberedLookUp {}
