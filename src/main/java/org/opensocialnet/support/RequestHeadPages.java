package org.opensocialnet.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.naming.Names;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A request is begun, and what it is about: from then on it is kept as a draft. */
@Controller
class RequestHeadPages {

    private static final String FOR_PERSON = "/desk/people/{person}/requests/new";

    private final RequestActs acts;
    private final Names choices;
    private final People people;
    private final FreeText freeText;

    RequestHeadPages(RequestActs acts, Names choices, People people, FreeText freeText) {
        this.acts = acts;
        this.choices = choices;
        this.people = people;
        this.freeText = freeText;
    }

    /**
     * What the form of the beginning shows.
     *
     * @param request none of a new one
     * @param person for whom; none for the organisation itself
     * @param gap the cell it answers, in words; empty without one
     * @param receivers for whom the team may ask, among those found
     */
    record Page(
            SignedIn me,
            @Nullable Request request,
            boolean team,
            @Nullable UUID person,
            String gap,
            List<Choice> receivers) {

        String action() {
            return request != null
                    ? RequestListPages.PATH + "/" + request.id() + "/about"
                    : person != null ? forPerson(person) : RequestListPages.PATH + "/new";
        }
    }

    /** Where somebody is asked for: an address of her own page, which her organisation alone can open. */
    static String forPerson(UUID person) {
        return FOR_PERSON.replace("{person}", person.toString());
    }

    @GetMapping(RequestListPages.PATH + "/new")
    ModelAndView fresh(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        return fresh(Form.sent(typed, t), null, me, t);
    }

    @GetMapping(FOR_PERSON)
    ModelAndView fresh(
            @PathVariable UUID person, @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        return fresh(Form.sent(typed, t), person, me, t);
    }

    private ModelAndView fresh(Form form, @Nullable UUID person, SignedIn me, Words t) {
        form.with("once", Uuid7.next());
        if (form.typed("title").isEmpty()) {
            gap(form).ifPresent(gap -> form.with("title", about(gap, t)));
        }
        return form.page("support/head", page(form, person, me, t));
    }

    @PostMapping(RequestListPages.PATH + "/new")
    ModelAndView begin(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        return begin(Form.sent(typed, t), null, me, t);
    }

    @PostMapping(FOR_PERSON)
    ModelAndView begin(
            @PathVariable UUID person, @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        return begin(Form.sent(typed, t), person, me, t);
    }

    private ModelAndView begin(Form form, @Nullable UUID person, SignedIn me, Words t) {
        var page = page(form, person, me, t);
        var title = form.field("title", t.of("support.title-of")).required(200);
        var story = form.field("story", t.of("support.story")).optional(4_000);
        freeText.ask(form, t, "title", "story");
        var asker = person == null ? asker(form, page, me, t) : asker(new PersonId(person), me);
        if (!form.sound() || asker == null) {
            return form.again("support/head", page);
        }
        var gap = gap(form).orElse(null);
        var id = acts.begin(form.field("once", "").sentId().orElseGet(Uuid7::next), asker, title, story, gap);
        return new ModelAndView("redirect:" + t.link(RequestLinePages.add(id, gap)));
    }

    /** Who asks: the own organisation, or the team for whom it says. */
    private @Nullable Asker asker(Form form, Page page, SignedIn me, Words t) {
        if (me.organization() instanceof UUID own) {
            return new Asker.OfOrganization(own);
        }
        var receiver = form.typed("receiver");
        if (receiver.isEmpty()) {
            return new Asker.OfTeam(null);
        }
        return form.field("receiver", t.of("support.receiver"))
                        .oneOf(Names.codes(page.receivers()))
                        .isEmpty()
                ? null
                : new Asker.OfTeam(UUID.fromString(receiver));
    }

    /** The own organisation, for somebody it knows. */
    private Asker asker(PersonId person, SignedIn me) {
        var own = me.organization();
        if (own == null || people.organization(person).filter(own::equals).isEmpty()) {
            throw Refusal.notFound("support.person.unknown");
        }
        return new Asker.ForPerson(own, person);
    }

    private Page page(Form form, @Nullable UUID person, SignedIn me, Words t) {
        boolean team = me.organization() == null;
        return new Page(
                me,
                null,
                team,
                person,
                gap(form).map(gap -> about(gap, t)).orElse(""),
                team ? choices.organizations(t) : List.of());
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
        parts.add(Names.of(choices.serviceTypes(t), gap.serviceType()));
        if (!gap.group().isEmpty()) {
            parts.add(Names.of(choices.groups(t), gap.group()));
        }
        if (!gap.zone().isEmpty()) {
            parts.add(Names.of(choices.zones(t), gap.zone()));
        }
        return String.join(" · ", parts);
    }

    @GetMapping(RequestListPages.PATH + "/{ask}/about")
    ModelAndView about(@PathVariable UUID ask, SignedIn me, Words t) {
        var request = Rights.written(me, acts.read(ask));
        return numbered(Form.fresh(t), request)
                .with("title", request.title())
                .with("story", request.story())
                .page("support/head", new Page(me, request, false, null, "", List.of()));
    }

    @PostMapping(RequestListPages.PATH + "/{ask}/about")
    ModelAndView tell(@PathVariable UUID ask, @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var request = Rights.written(me, acts.read(ask));
        var form = Form.sent(typed, t);
        var title = form.field("title", t.of("support.title-of")).required(200);
        var story = form.field("story", t.of("support.story")).optional(4_000);
        freeText.ask(form, t, "title", "story");
        if (!form.sound()) {
            return form.again("support/head", new Page(me, request, false, null, "", List.of()));
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
