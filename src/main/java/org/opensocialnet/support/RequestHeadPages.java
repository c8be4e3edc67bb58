package org.opensocialnet.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.people.People;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.support.Request.Gap;
import org.opensocialnet.support.Request.Rights;
import org.opensocialnet.support.RequestActs.Sent;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A request is begun, and what it is about: from then on it is kept as a draft. */
@Controller
@RequestMapping(RequestListPages.PATH)
class RequestHeadPages {

    private final RequestActs acts;
    private final SupportChoices choices;
    private final People people;
    private final FreeText freeText;

    RequestHeadPages(RequestActs acts, SupportChoices choices, People people, FreeText freeText) {
        this.acts = acts;
        this.choices = choices;
        this.people = people;
        this.freeText = freeText;
    }

    /**
     * What the form of the beginning shows.
     *
     * @param request none of a new one
     * @param gap the cell it answers, in words; empty without one
     * @param receivers for whom the team may ask, among those found
     */
    record Page(
            SignedIn me,
            @Nullable Request request,
            boolean team,
            boolean forPerson,
            String gap,
            List<Choice> receivers) {}

    @GetMapping("/new")
    ModelAndView fresh(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        form.with("once", Uuid7.next());
        if (form.typed("title").isEmpty()) {
            gap(form).ifPresent(gap -> form.with("title", about(gap, t)));
        }
        return form.page("support/head", page(form, me, t));
    }

    @PostMapping("/new")
    ModelAndView begin(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        var page = page(form, me, t);
        var title = form.field("title", t.of("support.title-of")).required(200);
        var story = form.field("story", t.of("support.story")).optional(4_000);
        freeText.ask(form, t, "title", "story");
        var asker = asker(form, page, me, t);
        if (!form.sound() || asker == null) {
            return form.again("support/head", page);
        }
        var gap = gap(form).orElse(null);
        var id = acts.begin(form.field("once", "").sentId().orElseGet(Uuid7::next), asker, title, story, gap);
        return new ModelAndView("redirect:" + t.link(RequestLinePages.add(id, gap)));
    }

    /** Who asks: the team, for whom it says; else the own organisation, for somebody it knows or for itself. */
    private @Nullable Asker asker(Form form, Page page, SignedIn me, Words t) {
        var own = me.organization();
        if (own == null) {
            var receiver = form.typed("receiver");
            return receiver.isEmpty()
                    ? new Asker.OfTeam(null)
                    : form.field("receiver", t.of("support.receiver"))
                                    .oneOf(SupportChoices.values(page.receivers()))
                                    .isEmpty()
                            ? null
                            : new Asker.OfTeam(UUID.fromString(receiver));
        }
        if (!page.forPerson()) {
            return new Asker.OfOrganization(own);
        }
        var person = new PersonId(form.field("person", "").id());
        if (!me.may(Permission.PEOPLE_READ)
                || people.organization(person).filter(own::equals).isEmpty()) {
            throw Refusal.notFound("support.person.unknown");
        }
        return new Asker.ForPerson(own, person);
    }

    private Page page(Form form, SignedIn me, Words t) {
        boolean team = me.organization() == null;
        return new Page(
                me,
                null,
                team,
                !team && !form.typed("person").isEmpty(),
                gap(form).map(gap -> about(gap, t)).orElse(""),
                team ? choices.receivers(t) : List.of());
    }

    private static Optional<Gap> gap(Form form) {
        var type = form.typed("type");
        return type.matches("[a-z0-9-]{1,60}")
                ? Optional.of(new Gap(type, coded(form.typed("group")), coded(form.typed("zone"))))
                : Optional.empty();
    }

    private static String coded(String typed) {
        return typed.matches("[A-Za-z0-9-]{1,60}") ? typed : "";
    }

    /** "Night shelter · Women · 1st community". */
    private String about(Gap gap, Words t) {
        var parts = new ArrayList<String>();
        parts.add(SupportChoices.name(choices.types(t), gap.serviceType()));
        if (!gap.group().isEmpty()) {
            parts.add(SupportChoices.name(choices.groups(t), gap.group()));
        }
        if (!gap.zone().isEmpty()) {
            parts.add(SupportChoices.name(choices.zones(t), gap.zone()));
        }
        return String.join(" · ", parts);
    }

    @GetMapping("/{ask}/about")
    ModelAndView about(@PathVariable UUID ask, SignedIn me, Words t) {
        var request = Rights.written(me, acts.read(ask));
        return numbered(Form.fresh(t), request)
                .with("title", request.title())
                .with("story", request.story())
                .page("support/head", new Page(me, request, false, false, "", List.of()));
    }

    @PostMapping("/{ask}/about")
    ModelAndView tell(@PathVariable UUID ask, @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var request = Rights.written(me, acts.read(ask));
        var form = Form.sent(typed, t);
        var title = form.field("title", t.of("support.title-of")).required(200);
        var story = form.field("story", t.of("support.story")).optional(4_000);
        freeText.ask(form, t, "title", "story");
        if (!form.sound()) {
            return form.again("support/head", new Page(me, request, false, false, "", List.of()));
        }
        acts.tell(ask, sent(form), title, story);
        return new ModelAndView("redirect:" + t.link(RequestListPages.PATH + "/" + ask));
    }

    /** Gives a form its own number and the version it is made for. */
    static Form numbered(Form form, Request request) {
        return form.with("once", Uuid7.next()).with("version", request.version());
    }

    static Sent sent(Form form) {
        var version = form.field("version", "").number(0, Integer.MAX_VALUE);
        return new Sent(
                form.field("once", "").sentId().orElseThrow(() -> Refusal.conflict("support.changed-meanwhile")),
                version == null ? -1 : version);
    }
}
