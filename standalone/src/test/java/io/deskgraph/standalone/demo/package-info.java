/** The demo data's plan, before it is made. */
@NullMarked
package io.deskgraph.standalone.demo;

import org.jspecify.annotations.NullMarked;
