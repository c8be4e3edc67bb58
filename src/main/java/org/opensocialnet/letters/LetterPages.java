package org.opensocialnet.letters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.messaging.LetterBook;
import org.opensocialnet.messaging.LetterBook.Line;
import org.opensocialnet.messaging.LetterBook.Shown;
import org.opensocialnet.messaging.LetterBook.State;
import org.opensocialnet.messaging.LetterKind;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Column;
import org.opensocialnet.workspace.Items.Happening;
import org.opensocialnet.workspace.Items.Paging;
import org.opensocialnet.workspace.Said;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** The letters at the desk: a list by state and kind, and each with its words, its fate and, if given up, another try. */
@Controller
class LetterPages {

    private static final int ON_A_PAGE = 50;

    private final LetterBook book;

    LetterPages(LetterBook book) {
        this.book = book;
    }

    /** The list and what stands above it. */
    record ListPage(
            boolean hasServer,
            int waiting,
            int dead,
            List<Row> rows,
            List<Column> columns,
            List<Choice> states,
            List<Choice> kinds,
            boolean filtered,
            Paging paging) {}

    /** One letter in the list. */
    record Row(Line line, String kind, String left, Fate fate) {}

    /** One letter with everything that is known of it. */
    record LetterPage(
            Line line,
            String kind,
            String left,
            Fate fate,
            @Nullable String next,
            @Nullable Shown shown,
            List<Happening> happenings,
            boolean again) {}

    @GetMapping("/desk/letters")
    ModelAndView list(
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable UUID before,
            SignedIn me,
            Words t) {
        var wantedState = State.of(state).orElse(null);
        var wantedKind = known(kind) ? kind : null;
        var lines = book.lines(wantedState, wantedKind, before, ON_A_PAGE + 1);
        var shown = lines.subList(0, Math.min(ON_A_PAGE, lines.size()));
        var tally = book.tally();
        var page = new ListPage(
                book.hasServer(),
                tally.getOrDefault(State.WAITING, 0),
                tally.getOrDefault(State.DEAD, 0),
                shown.stream().map(line -> row(line, t)).toList(),
                columns(t),
                states(t),
                kinds(t),
                wantedState != null || wantedKind != null,
                new Paging(
                        before == null ? null : address(t, state, kind, null),
                        lines.size() > ON_A_PAGE
                                ? address(t, state, kind, shown.getLast().id())
                                : null));
        return Form.sent(typed, t).page("letters/list", page).addObject("me", me);
    }

    @GetMapping("/desk/letters/{id}")
    ModelAndView letter(@PathVariable UUID id, SignedIn me, Words t) {
        var line = book.line(id).orElseThrow(() -> Refusal.notFound("letters.unknown"));
        var page = new LetterPage(
                line,
                kind(line, t),
                t.moment(line.leftAt().toInstant()),
                Fate.of(line, t),
                line.state() == State.WAITING && book.hasServer()
                        ? t.moment(line.dueAt().toInstant())
                        : null,
                book.shown(id).orElse(null),
                happenings(line, t),
                line.state() == State.DEAD && line.open());
        return new ModelAndView("letters/letter", "page", page).addObject("me", me);
    }

    @PostMapping("/desk/letters/{id}/again")
    ModelAndView again(@PathVariable UUID id, Words t, RedirectAttributes redirect) {
        Said.done(book.again(id) ? t.of("letters.again.done") : t.of("letters.again.too-late"))
                .on(redirect);
        var back = new RedirectView(t.link("/desk/letters/" + id));
        back.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(back);
    }

    private Row row(Line line, Words t) {
        return new Row(line, kind(line, t), t.moment(line.leftAt().toInstant()), Fate.of(line, t));
    }

    /** A kind nobody leaves any more is called by its code. */
    private String kind(Line line, Words t) {
        return book.kinds().stream()
                .filter(kind -> kind.code().equals(line.kind()))
                .findFirst()
                .map(kind -> kind.name().apply(t))
                .orElse(line.kind());
    }

    private boolean known(String kind) {
        return book.kinds().stream().map(LetterKind::code).anyMatch(kind::equals);
    }

    private List<Happening> happenings(Line line, Words t) {
        var all = new ArrayList<Happening>();
        all.add(happening(line.leftAt().toInstant(), t.of("letters.step.left"), null, t));
        for (var step : book.steps(line.id())) {
            all.add(happening(
                    step.at().toInstant(),
                    Fate.step(step.what(), t),
                    step.answer() == null ? null : Fate.reason(step.answer(), t),
                    t));
        }
        return all.reversed();
    }

    private static Happening happening(Instant at, String title, @Nullable String text, Words t) {
        return new Happening(title, "", t.moment(at), at.toString(), text);
    }

    private static List<Column> columns(Words t) {
        return List.of(
                new Column(t.of("letters.column.kind")),
                new Column(t.of("letters.column.state")),
                new Column(t.of("letters.column.to")),
                new Column(t.of("letters.column.left")));
    }

    private static List<Choice> states(Words t) {
        var states = new ArrayList<Choice>(List.of(new Choice("", t.of("letters.all"))));
        for (var state : State.values()) {
            states.add(new Choice(state.code(), Fate.state(state, t)));
        }
        return states;
    }

    private List<Choice> kinds(Words t) {
        var kinds = new ArrayList<Choice>(List.of(new Choice("", t.of("letters.all"))));
        for (var kind : book.kinds()) {
            kinds.add(new Choice(kind.code(), kind.name().apply(t)));
        }
        return kinds;
    }

    private static String address(Words t, String state, String kind, @Nullable UUID before) {
        var address = UriComponentsBuilder.fromPath(t.link("/desk/letters"));
        if (!state.isEmpty()) {
            address.queryParam("state", state);
        }
        if (!kind.isEmpty()) {
            address.queryParam("kind", kind);
        }
        if (before != null) {
            address.queryParam("before", before);
        }
        return address.encode().toUriString();
    }
}
