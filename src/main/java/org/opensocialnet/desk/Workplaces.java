package org.opensocialnet.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Privileges;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.web.Language;
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
    private final Preferences preferences;
    private final Affiliations affiliations;
    private final HelpBook help;
    private final Privileges privileges;
    private final Today today;

    Workplaces(
            ObjectProvider<DeskEntry> entries,
            ObjectProvider<Workplace.Lookout> lookouts,
            Preferences preferences,
            Affiliations affiliations,
            HelpBook help,
            Privileges privileges,
            Today today) {
        this.preferences = preferences;
        this.affiliations = affiliations;
        this.help = help;
        this.privileges = privileges;
        this.today = today;
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
            Present.at(request).ifPresent(me -> lay(page, me, request.getRequestURI()));
        }
    }

    void lay(ModelAndView page, SignedIn me, String path) {
        page.addObject(Workplace.class.getName(), around(me, path));
    }

    private Workplace around(SignedIn me, String path) {
        return new Workplace(
                me.name(),
                me.organizationName(),
                affiliations.several(me.member()),
                navigation(me, path),
                lookouts.stream().flatMap(lookout -> lookout.warning().stream()).toList(),
                preferences.keys(me.member()),
                "/desk/help"
                        + help.on(path, Language.GREEK)
                                .map(topic -> "?page=" + topic.page())
                                .orElse(""),
                privileges.idle(me.roles()));
    }

    /** Who acts wants to see what became of it, also among what waits. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!request.getMethod().equals("GET")) {
            Present.at(request).ifPresent(today::forget);
        }
    }

    private List<Group> navigation(SignedIn me, String path) {
        var permitted = permitted(me);
        var current = current(permitted, path);
        return Arrays.stream(DeskEntry.Group.values())
                .map(group -> new Group(
                        title(group),
                        permitted.stream()
                                .filter(entry -> entry.group() == group)
                                .map(entry -> link(
                                        me, entry, current.filter(entry::equals).isPresent()))
                                .toList()))
                .filter(group -> !group.links().isEmpty())
                .toList();
    }

    private Link link(SignedIn me, DeskEntry entry, boolean current) {
        var count = entry.path().equals("/desk") ? today.known(me).orElse(null) : null;
        return new Link(entry.words(), entry.path(), current, count);
    }

    /** A page that opens for more than one permission has an entry for each, and stands here once. */
    private List<DeskEntry> permitted(SignedIn me) {
        var byPath = new LinkedHashMap<String, DeskEntry>();
        entries.stream()
                .filter(entry -> me.may(entry.permission()))
                .forEach(entry -> byPath.putIfAbsent(entry.path(), entry));
        return List.copyOf(byPath.values());
    }

    /** The entry this page lies below: the longest address that begins this one. */
    private static Optional<DeskEntry> current(List<DeskEntry> permitted, String path) {
        return permitted.stream()
                .filter(entry -> path.equals(entry.path())
                        || !entry.path().equals("/desk") && path.startsWith(entry.path() + "/"))
                .max(Comparator.comparingInt(entry -> entry.path().length()));
    }

    private static @Nullable Function<Words, String> title(DeskEntry.Group group) {
        return switch (group) {
            case TODAY -> null;
            case PEOPLE -> t -> t.of("desk.group.people");
            case DIRECTORY -> t -> t.of("desk.group.directory");
            case NETWORK -> t -> t.of("desk.group.network");
            case ADMINISTRATION -> t -> t.of("desk.group.administration");
        };
    }
}
