package org.opensocialnet.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One line of a room's {@code routes.csv}: who may ask for an address.
 *
 * @param room the room it belongs to
 * @param method GET, POST …, or ANY
 * @param asks what it asks of whoever comes
 * @param permission which one, where it asks for a permission
 * @param own whether the record named by the address must belong to the organisation acted for
 * @param network whether it is only for those who act for the network's own bodies
 * @param recent whether it asks to be signed in within the last minutes
 * @param costly whether an answer costs as much as many pages: {@link CostlyReads} counts who asks
 */
record Route(
        String room,
        String method,
        PathPattern path,
        Asks asks,
        @Nullable Permission permission,
        boolean own,
        boolean network,
        boolean recent,
        boolean costly) {

    /** What an address asks of whoever comes. */
    enum Asks {

        /** Nothing: a page for everybody. */
        PUBLIC,

        /** Nothing, but its forms carry the token, and it is never kept: the pages where one signs in. */
        DOOR,

        /** The secret in the address, which the room itself checks. */
        LINK,

        SIGNED_IN,
        PERMISSION;

        /** Whether its forms carry the token. */
        boolean token() {
            return this == DOOR || member();
        }

        boolean member() {
            return this == SIGNED_IN || this == PERMISSION;
        }
    }

    /** One line; "kept" says two: the own record for whoever acts for an organisation, any for the network's bodies. */
    static List<Route> of(
            String room, String method, String path, String permission, String whose, String recent, String costly) {
        var asks = switch (permission) {
            case "public" -> Asks.PUBLIC;
            case "door" -> Asks.DOOR;
            case "link" -> Asks.LINK;
            case "signed-in" -> Asks.SIGNED_IN;
            default -> Asks.PERMISSION;
        };
        if (!whose.matches("any|own|kept|link")
                || !recent.matches("recent|")
                || !costly.matches("costly|")
                || whose.matches("own|kept") && !asks.member()) {
            throw new IllegalStateException(
                    "%s %s: what is \"%s\" or \"%s\"?".formatted(method, path, whose, recent + costly));
        }
        var line = new Route(
                room,
                method,
                PathPatternParser.defaultInstance.parse(path),
                asks,
                asks == Asks.PERMISSION ? named(permission) : null,
                whose.matches("own|kept"),
                false,
                recent.equals("recent"),
                costly.equals("costly"));
        return whose.equals("kept") ? List.of(line, line.ofTheNetwork()) : List.of(line);
    }

    private Route ofTheNetwork() {
        return new Route(room, method, path, asks, permission, false, true, recent, costly);
    }

    /** Whether it can be taken by somebody who acts for an organisation, or for none. */
    boolean isFor(boolean organization) {
        return organization ? !network : !own;
    }

    boolean takes(String asked) {
        return method.equals("ANY") || method.equals(asked) || method.equals("GET") && asked.equals("HEAD");
    }

    /** The kind of the record an address names first; only routes of somebody's own records need one. */
    Optional<String> kind() {
        var variable = java.util.regex.Pattern.compile("\\{(\\w+)").matcher(path.getPatternString());
        return variable.find() ? Optional.of(variable.group(1)) : Optional.empty();
    }

    private static Permission named(String code) {
        return Arrays.stream(Permission.values())
                .filter(permission -> permission.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("routes.csv asks for an unknown permission: " + code));
    }
}
