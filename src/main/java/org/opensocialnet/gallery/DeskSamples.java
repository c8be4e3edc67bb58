package org.opensocialnet.gallery;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.web.Parts.Crumb;
import org.opensocialnet.web.Passage;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Column;
import org.opensocialnet.workspace.Items.Difference;
import org.opensocialnet.workspace.Items.Fact;
import org.opensocialnet.workspace.Items.Happening;
import org.opensocialnet.workspace.Items.Paging;
import org.opensocialnet.workspace.Items.Sorting;
import org.opensocialnet.workspace.Items.Task;
import org.opensocialnet.workspace.Items.Tone;
import org.opensocialnet.workspace.Said;
import org.opensocialnet.workspace.Workplace;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Every part of a desk page with invented content: a form that works, a list, and a question before a final act. */
@Controller
@Profile("gallery")
class DeskSamples {

    private static final List<Choice> KINDS = List.of(
            new Choice("meals", "Γεύματα"),
            new Choice("beds", "Ύπνος", "Υπνωτήρια και ξενώνες"),
            new Choice("advice", "Συμβουλευτική"));

    record FormSample(List<Crumb> crumbs, List<Choice> kinds, List<Choice> languages) {}

    record ListSample(
            List<Column> columns,
            Sorting sorting,
            List<Choice> kinds,
            List<Task> tasks,
            List<Happening> happenings,
            List<Difference> differences,
            Paging paging) {

        String sortedBy(String sort) {
            return "/gallery/desk/list?sort=" + sort;
        }
    }

    record ConfirmSample(List<Fact> facts) {}

    /** As room desk would lay it beside the page of a coordinator. */
    @ModelAttribute("org.opensocialnet.workspace.Workplace")
    Workplace workplace() {
        return new Workplace(
                "Μ. Αλεξίου",
                "Δίκτυο Γειτονιάς (δείγμα)",
                true,
                List.of(
                        new Workplace.Group(
                                null,
                                List.of(
                                        link("Σήμερα", "/gallery/desk", true, 5),
                                        link("Αναζήτηση", "/gallery/desk/list", false, null))),
                        new Workplace.Group(
                                _ -> "Κατάλογος",
                                List.of(
                                        link("Υπηρεσίες", "/gallery/desk/list", false, null),
                                        link("Αναφορές αναγνωστών", "/gallery/desk/confirm", false, 2)))),
                List.of(new Workplace.Warning(
                        _ -> "Δεν έχει οριστεί διακομιστής e-mail: οι επιστολές περιμένουν εδώ.",
                        "/gallery/desk/list",
                        _ -> "Δείτε τις")),
                true,
                "/gallery/desk",
                Duration.ZERO);
    }

    @GetMapping("/gallery/desk")
    ModelAndView form(Words t) {
        return Form.fresh(t)
                .with("name", "Κουζίνα της γειτονιάς")
                .with("kind", "meals")
                .withAll("language", List.of("el", "en"))
                .page("gallery/deskForm", sample());
    }

    @PostMapping("/gallery/desk")
    ModelAndView send(@RequestParam MultiValueMap<String, String> typed, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        form.field("name", "Όνομα").required(100);
        form.field("kind", "Είδος").oneOf(List.of("meals", "beds", "advice"));
        form.field("language", "Γλώσσες").someOf(List.of("el", "en", "fa"));
        form.field("seats", "Θέσεις").number(0, 500);
        form.field("starts", "Από").date();
        form.field("opens", "Ανοίγει").time();
        form.field("email", "E-mail").email();
        form.field("site", "Ιστότοπος").web();
        form.field("note", "Σημείωση").optional(20);
        if (!form.sound()) {
            return form.again("gallery/deskForm", sample());
        }
        Said.done("Η υπηρεσία αποθηκεύτηκε.").undo("/gallery/desk/undo").on(redirect);
        return new ModelAndView("redirect:/gallery/desk/list");
    }

    @PostMapping("/gallery/desk/undo")
    ModelAndView undo(RedirectAttributes redirect) {
        Said.done("Η αλλαγή αναιρέθηκε.").on(redirect);
        return new ModelAndView("redirect:/gallery/desk/list");
    }

    @GetMapping("/gallery/desk/list")
    ModelAndView list(@RequestParam MultiValueMap<String, String> typed, Words t) {
        var sorting = Sorting.of(typed.getFirst("sort"), List.of("name", "seats"));
        var columns =
                List.of(new Column("Όνομα", "name"), new Column("Κατάσταση"), new Column("Θέσεις", "seats", true));
        var tasks = List.of(
                new Task("Στοιχεία του φορέα", null, "/gallery/desk", "Έτοιμο", Tone.GOOD),
                new Task("Ώρες", "Λείπει το Σάββατο", "/gallery/desk", "Σε εξέλιξη", Tone.WAITING),
                new Task("Δημοσίευση", "Ανοίγει όταν υπάρχουν ώρες", null, "Δεν γίνεται ακόμη", Tone.NEUTRAL));
        var happenings = List.of(
                new Happening(
                        "Άλλαξαν οι ώρες",
                        "από Ν. Πέτρου",
                        "21 Νοεμβρίου 2026, 09:12",
                        "2026-11-21T09:12",
                        "Δευτέρα 09:00–14:00 αντί 10:00–14:00"),
                new Happening("Επιβεβαιώθηκε", "από τον φορέα", "3 Νοεμβρίου 2026", "2026-11-03", null));
        var differences = List.of(
                new Difference("Τηλέφωνο", new Passage("210 000 0000", null), new Passage("210 000 0001", null)),
                new Difference("Περιγραφή στα αγγλικά", new Passage("", null), new Passage("Hot meals at noon", "en")),
                new Difference("Ιστότοπος", new Passage("https://paradeigma.gr", null), new Passage("", null)));
        return Form.sent(typed, t)
                .page(
                        "gallery/deskList",
                        new ListSample(
                                columns,
                                sorting,
                                KINDS,
                                tasks,
                                happenings,
                                differences,
                                new Paging("/gallery/desk/list", "/gallery/desk/list?after=x")));
    }

    @GetMapping("/gallery/desk/confirm")
    ModelAndView confirm() {
        return new ModelAndView(
                "gallery/deskConfirm",
                "page",
                new ConfirmSample(List.of(
                        new Fact("Υπηρεσία", "Κουζίνα της γειτονιάς"), new Fact("Φορέας", "Δίκτυο Γειτονιάς"))));
    }

    private static FormSample sample() {
        return new FormSample(
                List.of(new Crumb("Υπηρεσίες", "/gallery/desk/list"), new Crumb("Κουζίνα της γειτονιάς", null)),
                KINDS,
                List.of(new Choice("el", "ελληνικά"), new Choice("en", "αγγλικά"), new Choice("fa", "φαρσί")));
    }

    private static Workplace.Link link(String text, String path, boolean current, @Nullable Integer count) {
        return new Workplace.Link(_ -> text, path, current, count);
    }
}
