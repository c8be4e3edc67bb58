package org.opensocialnet.signin;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** The other ways that are there now, in their order. */
final class OtherWays {

    private OtherWays() {}

    static List<OtherWay> offered(ObjectProvider<OtherWay> ways) {
        return ways.stream()
                .filter(way -> way.offered().getAsBoolean())
                .sorted(Comparator.comparingInt(OtherWay::order))
                .toList();
    }
}
