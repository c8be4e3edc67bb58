package org.opensocialnet.entries;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.entries.EntryForm.Choices;
import org.opensocialnet.ledger.EntryId;
import org.opensocialnet.ledger.EntryId.Book;
import org.opensocialnet.naming.Names;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Said;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing down a need that was seen or what was done, today or months back. */
@Controller
@RequestMapping(EntryPages.PATH)
class EntryPages {

    static final String PATH = "/desk/entries";

    private final EntryActs entries;
    private final Names names;
    private final Clock clock;

    EntryPages(EntryActs entries, Names names, Clock clock) {
        this.entries = entries;
        this.names = names;
        this.clock = clock;
    }

    /** What the form shows. */
    record Page(SignedIn me, Choices choices) {

        boolean need() {
            return choices.book() == Book.NEED;
        }
    }

    @GetMapping("/new")
    ModelAndView fresh(@RequestParam(defaultValue = "need") String book, SignedIn me, Words t) {
        return Form.fresh(t)
                .withDate("day", LocalDate.now(clock))
                .with("people", 1)
                .page("entries/new", page(book(book), me, t));
    }

    @PostMapping("/new")
    ModelAndView write(
            SignedIn me, @RequestParam MultiValueMap<String, String> typed, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = page(book(form.typed("book")), me, t);
        var read = new EntryForm(form, page.choices(), t).read(organization(me), LocalDate.now(clock));
        if (read == null) {
            return form.again("entries/new", page);
        }
        var entry = page.need()
                ? entries.write(organization(me), read.need())
                : entries.write(organization(me), read.delivery());
        Said.done(page.need() ? t.of("entries.written.need") : t.of("entries.written.delivery"))
                .undo(act("/undo", entry))
                .on(redirect);
        return new ModelAndView(
                "redirect:" + t.link(PATH + "?book=" + entry.book().code()));
    }

    /** An address that takes an entry back, or writes it again. */
    static String act(String what, EntryId entry) {
        return PATH + what + "?book=" + entry.book().code() + "&entry=" + entry.id() + "&day=" + entry.day();
    }

    static Book book(String code) {
        return code.equals("delivery") ? Book.DELIVERY : Book.NEED;
    }

    static UUID organization(SignedIn me) {
        return Objects.requireNonNull(me.organization());
    }

    private Page page(Book book, SignedIn me, Words t) {
        return new Page(
                me,
                new Choices(
                        book,
                        names.serviceTypes(t),
                        names.groups(t),
                        names.zones(t),
                        names.services(organization(me), t),
                        EntryWords.units(t),
                        EntryWords.sources(book, t),
                        EntryWords.reasons(t)));
    }

    @Bean
    static DeskEntry entriesEntry() {
        return new DeskEntry(Group.NETWORK, 10, PATH, Permission.LEDGER_WRITE, t -> t.of("entries.title"));
    }
}
