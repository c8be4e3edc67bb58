package org.opensocialnet.workspace;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.web.Words;

/**
 * What stands around each page of one member's desk: who it is, where one can go, what needs to be known first. Room desk
 * lays it beside every page below /desk; the frame {@code workspace.page} shows it.
 *
 * @param member how the member is addressed
 * @param organization the organisation acted for, empty for the network's own bodies
 * @param severalOrganizations whether the member may change to another one
 * @param navigation the groups of pages this member may open
 * @param warnings what must be known on every page
 * @param keys whether single keys are shortcuts for this member
 * @param help the address of the help of this page, without language
 * @param idle after how long without a sign of life the member is signed out; zero where nobody is
 */
public record Workplace(
        String member,
        String organization,
        boolean severalOrganizations,
        List<Group> navigation,
        List<Warning> warnings,
        boolean keys,
        String help,
        Duration idle) {

    public Workplace {
        navigation = List.copyOf(navigation);
        warnings = List.copyOf(warnings);
    }

    /** A part of the side navigation, with its title; the first has none. */
    public record Group(@Nullable Function<Words, String> title, List<Link> links) {

        public Group {
            links = List.copyOf(links);
        }
    }

    /** A page in the navigation, and how many things wait there; none where nobody counts. */
    public record Link(
            Function<Words, String> text,
            String path,
            boolean current,
            @Nullable Integer count) {}

    /** One line above every page of the desk, with the page that tells more. */
    public record Warning(Function<Words, String> text, String path, Function<Words, String> more) {}

    /** What a room watches for the members, as a bean: an open glass, letters that wait for a mail server. */
    public interface Lookout {

        /** What the member of the sight that holds here needs to know now; quick, for it is asked on every page. */
        Optional<Warning> warning();
    }
}
