package org.opensocialnet.support;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Role;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.desk.Opened;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.naming.Names;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.support.Request.Rights;
import org.opensocialnet.support.RequestActs.Sent;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Happening;
import org.opensocialnet.workspace.Items.Tone;
import org.opensocialnet.workspace.Said;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One request: what it asks for, where it stands, what the need check says, and what can be done now. */
@Controller
@RequestMapping(RequestListPages.PATH + "/{ask}")
class OnePages {

    private final RequestActs acts;
    private final NeedCheck check;
    private final Names choices;
    private final Opened opened;
    private final FreeText freeText;
    private final Members members;
    private final List<Calls.About> about;
    private final Clock clock;

    OnePages(
            RequestActs acts,
            NeedCheck check,
            Names choices,
            Opened opened,
            FreeText freeText,
            Members members,
            ObjectProvider<Calls.About> about,
            Clock clock) {
        this.acts = acts;
        this.check = check;
        this.choices = choices;
        this.opened = opened;
        this.freeText = freeText;
        this.members = members;
        this.about = about.orderedStream().toList();
        this.clock = clock;
    }

    /** All of it in words. */
    record Page(
            SignedIn me,
            Request request,
            Rights rights,
            String asker,
            @Nullable String person,
            String gap,
            String state,
            Tone tone,
            String said,
            String next,
            List<Row> lines,
            NeedCheck.@Nullable Found check,
            List<Happening> history,
            List<Choice> grounds,
            List<Calls.Link> about) {

        boolean can(Step step) {
            return step.isPossible(request.state());
        }

        String path() {
            return RequestListPages.PATH + "/" + request.id();
        }
    }

    /** One line in words. */
    record Row(
            UUID id,
            String what,
            String kind,
            String quantity,
            String covered,
            String whom,
            String where,
            String place,
            String note,
            String needed,
            boolean late,
            boolean done) {}

    @GetMapping
    ModelAndView one(@PathVariable UUID ask, SignedIn me, Words t) {
        opened.note("support-request", ask);
        return shown(ask, null, me, t);
    }

    /** The page, with a form that was filled in wrongly or a fresh one. */
    ModelAndView shown(UUID ask, @Nullable Form sent, SignedIn me, Words t) {
        var request = acts.read(ask);
        var page = page(request, me, t);
        return sent == null
                ? RequestHeadPages.numbered(Form.fresh(t), request).page("support/one", page)
                : sent.again("support/one", page);
    }

    private Page page(Request request, SignedIn me, Words t) {
        var lines = acts.lines(request.id());
        boolean another = anotherDecides(request, me);
        var rights = another ? new Rights(Rights.of(me, request).writes(), false) : Rights.of(me, request);
        var state = request.state();
        var gap = request.from();
        var types = choices.serviceTypes(t);
        return new Page(
                me,
                request,
                rights,
                SupportWords.asker(
                        request.asker().code(),
                        choices.organization(request.asker().organization(), t),
                        t),
                request.asker() instanceof Asker.ForPerson(UUID _, PersonId person) && person != null
                        ? "/desk/people/" + person.value()
                        : null,
                gap == null ? "" : Names.of(types, gap.serviceType()),
                SupportWords.state(state.code(), t),
                SupportWords.tone(state.code()),
                said(state, t),
                another ? t.of("support.next.appealed-other") : SupportWords.next(state, t),
                rows(lines, types, t),
                state instanceof State.Draft || lines.isEmpty() ? null : check.of(request, lines, t),
                acts.history(request.id()).stream()
                        .map(entry -> happening(entry, t))
                        .toList(),
                SupportWords.grounds(t),
                about.stream()
                        .flatMap(page -> page.of(request.id(), me, t).stream())
                        .toList());
    }

    private List<Row> rows(List<Line> lines, List<Choice> types, Words t) {
        var groups = choices.groups(t);
        var zones = choices.zones(t);
        var today = LocalDate.now(clock);
        return lines.stream()
                .map(line -> new Row(
                        line.id(),
                        check.name(line, t),
                        SupportWords.kind(line.thing().kind(), t),
                        SupportWords.quantity(line, line.quantity(), t),
                        SupportWords.quantity(line, line.come().covered(), t),
                        SupportWords.whom(line, groups, t),
                        SupportWords.where(line, types, zones),
                        line.place() == null
                                ? ""
                                : choices.location(line.place(), t).orElse(""),
                        line.note(),
                        line.neededBy() == null ? "" : t.date(line.neededBy()),
                        line.neededBy() != null
                                && line.neededBy().isBefore(today)
                                && line.open().signum() > 0,
                        line.open().signum() == 0))
                .toList();
    }

    /** What was said with the last step. */
    private static String said(State state, Words t) {
        return switch (state) {
            case State.Returned(var question, var _) -> t.of("support.said.question", question);
            case State.Refused(var ground, var words, boolean _) ->
                t.of("support.said.refused", SupportWords.ground(ground, t), words);
            case State.Appealed(var words) -> t.of("support.said.appeal", words);
            case State.Withdrawn(var why) -> t.of("support.said.withdrawn", why);
            case State.Closed(var words) -> words.isEmpty() ? "" : t.of("support.said.closed", words);
            default -> "";
        };
    }

    private Happening happening(RequestHistory.Entry entry, Words t) {
        return new Happening(
                SupportWords.step(entry.what(), t),
                by(entry, t),
                t.moment(entry.at()),
                entry.at().toString(),
                entry.words().isEmpty() ? null : entry.words());
    }

    private String by(RequestHistory.Entry entry, Words t) {
        return switch (entry.role()) {
            case "link" -> t.of("support.by.link");
            case "system" -> t.of("support.by.program");
            default ->
                entry.organization() == null
                        ? t.of("support.by.team")
                        : t.of("support.by.organization", choices.organization(entry.organization(), t));
        };
    }

    @PostMapping("/submission")
    ModelAndView submit(
            @PathVariable UUID ask,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        Rights.written(me, acts.read(ask));
        var form = Form.sent(typed, t);
        acts.take(ask, RequestHeadPages.sent(form), new Step.Submit());
        return done(ask, t.of("support.did-submit"), t, redirect);
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            @PathVariable UUID ask,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        Rights.written(me, acts.read(ask));
        var form = Form.sent(typed, t);
        var why = form.field("why", t.of("support.withdraw.why")).required(1_000);
        freeText.ask(form, t, "why");
        return form.sound()
                ? taken(
                        ask,
                        RequestHeadPages.sent(form),
                        new Step.Withdraw(why),
                        t.of("support.did-withdraw"),
                        t,
                        redirect)
                : shown(ask, form, me, t);
    }

    @PostMapping("/appeal")
    ModelAndView appeal(
            @PathVariable UUID ask,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        Rights.written(me, acts.read(ask));
        var form = Form.sent(typed, t);
        var words = form.field("appeal", t.of("support.appeal.words")).required(2_000);
        freeText.ask(form, t, "appeal");
        return form.sound()
                ? taken(
                        ask,
                        RequestHeadPages.sent(form),
                        new Step.Appeal(words),
                        t.of("support.did-appeal"),
                        t,
                        redirect)
                : shown(ask, form, me, t);
    }

    ModelAndView taken(UUID ask, Sent sent, Step step, String said, Words t, RedirectAttributes redirect) {
        acts.take(ask, sent, step);
        return done(ask, said, t, redirect);
    }

    /** What the team decides. */
    ModelAndView decided(
            UUID ask, Sent sent, Step step, String said, SignedIn me, Words t, RedirectAttributes redirect) {
        if (anotherDecides(acts.read(ask), me)) {
            throw Refusal.conflict("support.appeal.another");
        }
        return taken(ask, sent, step, said, t, redirect);
    }

    /** Whoever refused does not decide the appeal, as long as anybody else in the team can. */
    private boolean anotherDecides(Request request, SignedIn me) {
        return request.state() instanceof State.Appealed
                && acts.refusedBy(request.id()).filter(me.member()::equals).isPresent()
                && members.holding(Role.COORDINATOR, null).stream()
                        .anyMatch(other -> !other.id().equals(me.member()));
    }

    static ModelAndView done(UUID ask, String said, Words t, RedirectAttributes redirect) {
        Said.done(said).on(redirect);
        return new ModelAndView("redirect:" + t.link(RequestListPages.PATH + "/" + ask));
    }
}
