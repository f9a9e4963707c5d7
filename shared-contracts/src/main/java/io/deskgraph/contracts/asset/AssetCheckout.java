package io.deskgraph.contracts.asset;

import io.deskgraph.contracts.event.Change;
import io.deskgraph.contracts.event.Changes;
import java.util.Map;

/** An asset went out to an employee, or came back. */
public record AssetCheckout(AssetState after, Map<String, Change> changed, CheckoutState checkout) {

    public static AssetCheckout of(AssetState before, AssetState after, CheckoutState checkout) {
        return new AssetCheckout(after, Changes.between(before, after), checkout);
    }
}
