package org.opensocialnet.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Workplace;
import org.opensocialnet.workspace.Workplace.Group;
import org.opensocialnet.workspace.Workplace.Link;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Lays beside each page below /desk what stands around it, for the member who is there. */
@Component
class Workplaces implements HandlerInterceptor {

    private final List<DeskEntry> entries;
    private final List<Workplace.Lookout> lookouts;

    Workplaces(ObjectProvider<DeskEntry> entries, ObjectProvider<Workplace.Lookout> lookouts) {
        this.entries = entries.stream()
                .sorted(Comparator.comparing(DeskEntry::group).thenComparing(DeskEntry::order))
                .toList();
        this.lookouts = lookouts.orderedStream().toList();
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        var view = page == null ? null : page.getViewName();
        if (page != null && view != null && !view.startsWith("redirect:")) {
            Present.at(request)
                    .ifPresent(me -> page.addObject(Workplace.class.getName(), around(me, request.getRequestURI())));
        }
    }

    private Workplace around(SignedIn me, String path) {
        return new Workplace(
                me.name(),
                me.organizationName(),
                false,
                navigation(me, path),
                lookouts.stream().flatMap(lookout -> lookout.warning().stream()).toList(),
                true,
                "/desk/help");
    }

    private List<Group> navigation(SignedIn me, String path) {
        var current = current(path);
        return Arrays.stream(DeskEntry.Group.values())
                .map(group -> new Group(
                        title(group),
                        entries.stream()
                                .filter(entry -> entry.group() == group && me.may(entry.permission()))
                                .map(entry -> new Link(
                                        entry.words(),
                                        entry.path(),
                                        current.filter(entry::equals).isPresent(),
                                        null))
                                .toList()))
                .filter(group -> !group.links().isEmpty())
                .toList();
    }

    /** The entry this page lies below: the longest address that begins this one. */
    private Optional<DeskEntry> current(String path) {
        return entries.stream()
                .filter(entry -> path.equals(entry.path())
                        || !entry.path().equals("/desk") && path.startsWith(entry.path() + "/"))
                .max(Comparator.comparingInt(entry -> entry.path().length()));
    }

    private static @Nullable Function<Words, String> title(DeskEntry.Group group) {
        return switch (group) {
            case TODAY -> null;
            case DIRECTORY -> t -> t.of("desk.group.directory");
            case NETWORK -> t -> t.of("desk.group.network");
            case ADMINISTRATION -> t -> t.of("desk.group.administration");
        };
    }
}
