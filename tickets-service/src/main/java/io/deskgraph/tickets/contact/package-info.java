/** Contacts: people at clients, by whom tickets come in. An e-mail address belongs to one of them. */
@NullMarked
package io.deskgraph.tickets.contact;

import org.jspecify.annotations.NullMarked;
