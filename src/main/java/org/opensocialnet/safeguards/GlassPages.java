package org.opensocialnet.safeguards;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Organizations;
import org.opensocialnet.access.Role;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.database.Sight;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.safeguards.Glass.Reason;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a member breaks the glass, sees that it is open, and closes it. */
@Controller
@RequestMapping(GlassPages.PATH)
class GlassPages {

    static final String PATH = "/desk/glass";
    private static final int MOST_NAMES = 10;
    private static final List<String> LENGTHS = List.of("15", "30", "60");

    private final BreakGlass breakGlass;
    private final Glasses glasses;
    private final Organizations organizations;
    private final Members members;
    private final Clock clock;
    private final FreeText freeText;

    GlassPages(
            BreakGlass breakGlass,
            Glasses glasses,
            Organizations organizations,
            Members members,
            Clock clock,
            FreeText freeText) {
        this.freeText = freeText;
        this.breakGlass = breakGlass;
        this.glasses = glasses;
        this.organizations = organizations;
        this.members = members;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param open the organisation whose records are open now, and until when; none where nothing is
     * @param found organisations whose name resembles what was looked for
     */
    record Page(SignedIn me, @Nullable Open open, List<Choice> found, List<Choice> reasons, List<Choice> lengths) {}

    /** What is open now, and the records of it that everybody knows of, with their addresses. */
    record Open(String organization, long minutes, List<Choice> records) {}

    @GetMapping
    ModelAndView show(SignedIn me, @RequestParam(defaultValue = "") String q, Words t) {
        return Form.fresh(t).with("q", q).with("minutes", LENGTHS.getFirst()).page("safeguards/glass", page(me, q, t));
    }

    @PostMapping
    ModelAndView open(
            SignedIn me, @RequestParam MultiValueMap<String, String> typed, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var looked = form.typed("q");
        var organization = organization(form, t);
        var reason = form.field("reason", t.of("safeguards.glass.reason")).oneOf(Reason.class);
        var words = form.field("words", t.of("safeguards.glass.words")).required(1000);
        if (form.fault("words") == null && words.length() < 20) {
            form.refuse("words", t.of("safeguards.glass.words.short"));
        }
        var minutes = form.field("minutes", t.of("safeguards.glass.minutes")).oneOf(LENGTHS);
        freeText.ask(form, t, "words");
        if (!form.sound()) {
            return form.again("safeguards/glass", page(me, looked, t));
        }
        var wish = new BreakGlass.Wish(
                organization.orElseThrow(), reason.orElseThrow(), words, Duration.ofMinutes(Long.parseLong(minutes)));
        breakGlass.open(me, wish, told(me, wish.organization(), t));
        Said.done(t.of("safeguards.glass.opened", minutes)).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    @PostMapping("/end")
    ModelAndView end(SignedIn me, Words t, RedirectAttributes redirect) {
        breakGlass.end(me);
        Said.done(t.of("safeguards.glass.ended")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    private Optional<UUID> organization(Form form, Words t) {
        var label = t.of("safeguards.glass.organization");
        var chosen = form.typed("organization");
        var known = chosen.matches("[0-9a-fA-F-]{36}")
                ? Optional.of(UUID.fromString(chosen))
                        .filter(id -> organizations.name(id).isPresent())
                : Optional.<UUID>empty();
        if (known.isEmpty()) {
            form.refuse("organization", t.of("workspace.fault.choose", label));
        }
        return known;
    }

    /** Their administrators are not the member's to see: the program itself looks them up, to write to them. */
    private Told told(SignedIn me, UUID organization, Words t) {
        var readers = new ArrayList<Member>();
        Sight.job("break-glass").run(() -> {
            readers.addAll(members.holding(Role.ORGANIZATION_ADMIN, organization));
            readers.addAll(members.holding(Role.AUDITOR, null));
        });
        return new Told(
                readers,
                me.organizationName(),
                organizations.name(organization).orElse(""),
                t.address(GlassReviewPages.PATH));
    }

    private Page page(SignedIn me, String q, Words t) {
        var open = glasses.open(me.member())
                .map(glass -> new Open(
                        organizations.name(glass.organization()).orElse(""),
                        Math.max(
                                1,
                                Duration.between(clock.instant(), glass.expiresAt())
                                        .plusSeconds(59)
                                        .toMinutes()),
                        glasses.known(glass.organization())))
                .orElse(null);
        var found = q.isBlank()
                ? List.<Choice>of()
                : organizations.named(q, MOST_NAMES).stream()
                        .filter(organization -> !organization.id().equals(me.organization()))
                        .map(organization -> new Choice(organization.id().toString(), organization.name()))
                        .toList();
        return new Page(
                me,
                open,
                found,
                List.of(
                        choice(Reason.DANGER_TO_LIFE, t.of("safeguards.reason.danger-to-life")),
                        choice(Reason.CHILD_AT_RISK, t.of("safeguards.reason.child-at-risk")),
                        choice(Reason.MISSING_PERSON, t.of("safeguards.reason.missing-person")),
                        choice(Reason.URGENT_CARE, t.of("safeguards.reason.urgent-care"))),
                LENGTHS.stream()
                        .map(minutes -> new Choice(minutes, t.of("safeguards.glass.length", minutes)))
                        .toList());
    }

    private static Choice choice(Reason reason, String text) {
        return new Choice(Items.code(reason), text);
    }
}
