package org.opensocialnet.exchange;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Shows the benchmarks the very statements the open API runs, so that a bare loop can run the same. */
public final class ApiStatements {

    private ApiStatements() {}

    /** One page of services; takes the page's size and the offset. */
    public static String page() {
        var asked = Asked.of(Map.of("per_page", List.of("100")), ZoneOffset.UTC);
        return Listing.SERVICES.page(asked, Selection.of(Listing.SERVICES, asked));
    }

    /** One service; takes its id. */
    public static String one() {
        return Listing.SERVICES.one(false);
    }
}
