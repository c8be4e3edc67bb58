package org.opensocialnet.members;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Member.Membership;
import org.opensocialnet.access.Member.State;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Members.Listed;
import org.opensocialnet.access.Organizations;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.Role;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.web.Language;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Column;
import org.opensocialnet.workspace.Items.Paging;
import org.opensocialnet.workspace.Items.Tone;
import org.opensocialnet.workspace.Said;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The members of one's organisation, or of all: to look up, invite, change and remove. */
@Controller
class MemberPages {

    static final String PATH = "/desk/members";
    private static final int PAGE = 25;

    private final Members members;
    private final Roster roster;
    private final ObjectProvider<Organizations> organizations;

    MemberPages(Members members, Roster roster, ObjectProvider<Organizations> organizations) {
        this.members = members;
        this.roster = roster;
        this.organizations = organizations;
    }

    /** A list of members, and the address of the next page. */
    record ListPage(List<Line> lines, List<Column> columns, Paging paging, boolean filtered) {}

    /** One line: a member in one organisation, in words. */
    record Line(UUID member, String name, String email, String organization, String roles, String state, Tone tone) {}

    /** Inviting somebody; in the network also for which organisation. */
    record InvitePage(List<Choice> roles, List<Choice> languages, boolean network) {}

    /** One member and what may be done with them. */
    record MemberPage(
            Member member, List<Belonging> belongings, boolean waits, boolean disabled, boolean mayClose, boolean me) {

        /** Whether there is a second step of theirs to take away. */
        boolean resettable() {
            return !me && !member.invented() && member.state() == State.ACTIVE;
        }
    }

    /** What the member is in one organisation, and which roles the asker may give there; none: only to read. */
    record Belonging(String organization, String id, List<Choice> givable, Form form, String roles) {}

    @GetMapping(PATH)
    Object list(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        var text = form.typed("q").length() > 100 ? form.typed("q").substring(0, 100) : form.typed("q");
        var found = roster.within(() -> members.list(me.organization(), text, id(form.typed("after")), PAGE + 1));
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var query = text.isEmpty() ? "" : "&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        var here = t.link(PATH) + "?" + query.replaceFirst("^&", "");
        var paging = new Paging(
                form.typed("after").isEmpty() ? null : here,
                found.size() > PAGE ? t.link(PATH) + "?after=" + shown.getLast().membership() + query : null);
        var columns = List.of(
                new Column(t.of("members.name")),
                new Column(t.of("members.email")),
                new Column(t.of("members.organization")),
                new Column(t.of("members.roles")),
                new Column(t.of("members.state")));
        var lines = shown.stream().map(listed -> line(listed, t)).toList();
        return form.page("members/list", new ListPage(lines, columns, paging, !text.isEmpty()));
    }

    private Line line(Listed listed, Words t) {
        return new Line(
                listed.member(),
                listed.name(),
                listed.email(),
                name(listed.organization(), t),
                MemberWords.said(listed.roles(), t),
                MemberWords.state(listed.state(), t),
                switch (listed.state()) {
                    case ACTIVE -> Tone.GOOD;
                    case INVITED -> Tone.WAITING;
                    case DISABLED -> Tone.ATTENTION;
                });
    }

    @GetMapping(PATH + "/new")
    Object invite(SignedIn me, Words t) {
        return Form.fresh(t).with("language", "el").page("members/invite", invitePage(me, t));
    }

    @PostMapping(PATH + "/new")
    Object invite(
            @RequestParam MultiValueMap<String, String> typed, SignedIn me, RedirectAttributes redirect, Words t) {
        var form = Form.sent(typed, t);
        var name = form.field("name", t.of("members.name")).required(120);
        var address = form.field("email", t.of("members.email"));
        address.required(254);
        var email = address.email();
        var language = form.field("language", t.of("members.language")).oneOf(Set.of("el", "en"));
        var network = me.may(Permission.MEMBERS_MANAGE_ALL);
        var organization = network ? organization(form, t) : me.organization();
        var givable = form.sound() ? Roster.givable(me, organization) : List.of(Role.values());
        var roles = roles(form, givable, t);
        if (!form.sound()) {
            return form.again("members/invite", invitePage(me, t));
        }
        roster.invite(me, name, email, Language.of(language).orElse(Language.GREEK), organization, roles);
        Said.done(t.of("members.invite.done", name)).on(redirect);
        return "redirect:" + t.link(PATH);
    }

    /** The network's administrators write which organisation; nothing means the network's own bodies. */
    private @Nullable UUID organization(Form form, Words t) {
        var text = form.field("organization", t.of("members.organization")).optional(200);
        if (text.isEmpty()) {
            return null;
        }
        var book = organizations.getIfAvailable();
        var found = book == null ? List.<Organizations.Named>of() : book.named(text, 2);
        var exact = found.stream()
                .filter(named -> named.name().equalsIgnoreCase(text))
                .findFirst();
        if (exact.isPresent() || found.size() == 1) {
            return exact.orElseGet(found::getFirst).id();
        }
        form.refuse("organization", t.of("members.organization.unknown"));
        return null;
    }

    private InvitePage invitePage(SignedIn me, Words t) {
        var network = me.may(Permission.MEMBERS_MANAGE_ALL);
        var roles = network ? List.of(Role.values()) : Roster.givable(me, me.organization());
        return new InvitePage(
                choices(roles, t),
                List.of(new Choice("el", Language.GREEK.ownName()), new Choice("en", Language.ENGLISH.ownName())),
                network);
    }

    @GetMapping(PATH + "/{member}")
    Object member(@PathVariable UUID member, SignedIn me, Words t) {
        return Form.fresh(t).page("members/member", page(member, me, t));
    }

    private MemberPage page(UUID id, SignedIn me, Words t) {
        return roster.within(() -> {
            var member = roster.find(id);
            var belongings = members.memberships(id).stream()
                    .map(held -> belonging(held, me, t))
                    .toList();
            return new MemberPage(
                    member,
                    belongings,
                    member.state() == State.INVITED,
                    member.state() == State.DISABLED,
                    me.may(Permission.MEMBERS_MANAGE_ALL),
                    me.member().equals(id));
        });
    }

    private Belonging belonging(Membership held, SignedIn me, Words t) {
        var organization = held.organization();
        return new Belonging(
                name(organization, t),
                organization == null ? "" : organization.toString(),
                choices(Roster.givable(me, organization), t),
                Form.fresh(t)
                        .withAll("roles", held.roles().stream().map(Role::code).toList()),
                MemberWords.said(held.roles(), t));
    }

    @PostMapping(PATH + "/{member}/roles")
    Object change(
            @PathVariable UUID member,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            RedirectAttributes redirect,
            Words t) {
        var form = Form.sent(typed, t);
        var organization = id(form.typed("organization"));
        var roles = roles(form, Roster.givable(me, organization), t);
        if (!form.sound()) {
            return form.again("members/member", page(member, me, t));
        }
        roster.changeRoles(me, member, organization, roles);
        return said(redirect, t.of("members.roles.done"), member, t);
    }

    @PostMapping(PATH + "/{member}/removal")
    Object remove(
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String organization,
            SignedIn me,
            RedirectAttributes redirect,
            Words t) {
        roster.remove(me, member, id(organization));
        Said.done(t.of("members.removal.done")).on(redirect);
        return "redirect:" + t.link(PATH);
    }

    @PostMapping(PATH + "/{member}/invitation")
    Object again(@PathVariable UUID member, RedirectAttributes redirect, Words t) {
        roster.inviteAgain(member);
        return said(redirect, t.of("members.invitation.done"), member, t);
    }

    @PostMapping(PATH + "/{member}/second-step")
    Object resetSecondStep(@PathVariable UUID member, SignedIn me, RedirectAttributes redirect, Words t) {
        roster.resetSecondStep(me, member);
        return said(redirect, t.of("members.second-step.done"), member, t);
    }

    @PostMapping(PATH + "/{member}/closing")
    Object close(@PathVariable UUID member, SignedIn me, RedirectAttributes redirect, Words t) {
        roster.open(me, member, false);
        return said(redirect, t.of("members.closing.done"), member, t);
    }

    @PostMapping(PATH + "/{member}/opening")
    Object open(@PathVariable UUID member, SignedIn me, RedirectAttributes redirect, Words t) {
        roster.open(me, member, true);
        return said(redirect, t.of("members.opening.done"), member, t);
    }

    private static String said(RedirectAttributes redirect, String sentence, UUID member, Words t) {
        Said.done(sentence).on(redirect);
        return "redirect:" + t.link(PATH + "/" + member);
    }

    private static Set<Role> roles(Form form, List<Role> givable, Words t) {
        var chosen = form.field("roles", t.of("members.roles"))
                .someOf(givable.stream().map(Role::code).toList());
        if (chosen.isEmpty()) {
            form.refuse("roles", t.of("members.roles.missing"));
        }
        return givable.stream().filter(role -> chosen.contains(role.code())).collect(Collectors.toSet());
    }

    private static List<Choice> choices(List<Role> roles, Words t) {
        return roles.stream()
                .map(role -> new Choice(role.code(), MemberWords.said(role, t)))
                .toList();
    }

    private String name(@Nullable UUID organization, Words t) {
        var book = organizations.getIfAvailable();
        return organization == null
                ? t.of("members.network")
                : Optional.ofNullable(book)
                        .flatMap(known -> known.name(organization))
                        .orElse("–");
    }

    private static @Nullable UUID id(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
