package org.opensocialnet.questionnaire;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.forms.Bilingual;
import org.opensocialnet.forms.Blueprint;
import org.opensocialnet.forms.Entries;
import org.opensocialnet.forms.Filling;
import org.opensocialnet.forms.Question;
import org.opensocialnet.forms.Shown;
import org.opensocialnet.forms.Soundness;
import org.opensocialnet.forms.XlsForm;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.questionnaire.Questionnaires.Questionnaire;
import org.opensocialnet.web.Spreadsheet;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Paging;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The questionnaires: making one, from nothing, from the standard questions or from an XLSForm, and looking at it. */
@Controller
@RequestMapping(QuestionnairePages.PATH)
class QuestionnairePages {

    static final String PATH = "/desk/questionnaires";

    private static final int SIZE = 25;

    private final Questionnaires questionnaires;
    private final EditionBoard board;
    private final KnownRecords records;

    QuestionnairePages(Questionnaires questionnaires, EditionBoard board, KnownRecords records) {
        this.questionnaires = questionnaires;
        this.board = board;
        this.records = records;
    }

    /** All questionnaires, page by page, and the latest editions. */
    record ListPage(
            List<Questionnaire> questionnaires, List<EditionBoard.Line> editions, Paging paging, boolean first) {}

    /** What a new one is made of; remarks are what a file held that cannot be asked. */
    record NewPage(List<Choice> sources, List<String> remarks) {}

    /** One question in the list of the builder. */
    record Item(
            Question question,
            int page,
            String kind,
            String means,
            String onlyIf,
            boolean firstOfAll,
            boolean lastOfAll) {}

    /** One questionnaire being built, and what is wrong with it still. */
    record OnePage(
            Questionnaire questionnaire, List<Item> items, List<String> faults, List<EditionBoard.Line> editions) {}

    /** One page as those who are asked will see it. */
    record PreviewPage(
            UUID id,
            String form,
            String title,
            int number,
            List<Shown> questions,
            @Nullable String before,
            @Nullable String after) {}

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String large,
            SignedIn me,
            Words t) {
        if (!large.isEmpty()) {
            return Form.fresh(t)
                    .with("source", "file")
                    .refuse("file", t.of("forms.file.big"))
                    .again("questionnaire/new", newPage(List.of(), t))
                    .addObject("me", me);
        }
        int number = Math.clamp(page, 1, 10_000);
        var found = board.editions(null, number, SIZE + 1);
        var paging = new Paging(
                number > 1 ? t.link(PATH) : null, found.size() > SIZE ? t.link(PATH + "?page=" + (number + 1)) : null);
        var shown = new ListPage(
                questionnaires.all(1, 50), found.stream().limit(SIZE).toList(), paging, number == 1);
        return new ModelAndView("questionnaire/list", Map.of("page", shown, "me", me));
    }

    @GetMapping("/new")
    ModelAndView blank(SignedIn me, Words t) {
        return Form.fresh(t)
                .with("source", "standard")
                .page("questionnaire/new", newPage(List.of(), t))
                .addObject("me", me);
    }

    private static NewPage newPage(List<String> remarks, Words t) {
        return new NewPage(
                List.of(
                        new Choice(
                                "standard",
                                t.of("questionnaire.new.standard"),
                                t.of("questionnaire.new.standard-hint")),
                        new Choice("empty", t.of("questionnaire.new.empty")),
                        new Choice("file", t.of("questionnaire.new.file"), t.of("questionnaire.new.file-hint"))),
                remarks);
    }

    @PostMapping
    ModelAndView make(
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            SignedIn me,
            Words t,
            RedirectAttributes redirect)
            throws IOException {
        var form = Form.sent(typed, t);
        var source = form.field("source", t.of("questionnaire.new.source")).oneOf(List.of("standard", "empty", "file"));
        var remarks = new ArrayList<String>();
        Blueprint questions = null;
        switch (source) {
            case "standard" -> questions = Questionnaires.standard();
            case "empty" ->
                questions = new Blueprint(
                        new Bilingual(
                                form.field("title", t.of("questionnaire.title.greek"))
                                        .required(Soundness.LONGEST_LABEL),
                                ""),
                        List.of());
            case "file" -> questions = read(file, form, remarks, t);
            default -> {}
        }
        if (!form.sound() || questions == null) {
            return form.again("questionnaire/new", newPage(remarks, t)).addObject("me", me);
        }
        var id = questionnaires.make(questions);
        Said.done(
                        remarks.isEmpty()
                                ? t.of("questionnaire.new.made")
                                : t.of("questionnaire.new.made-but", String.join(" · ", remarks)))
                .on(redirect);
        return to(id, t);
    }

    private static @Nullable Blueprint read(@Nullable MultipartFile file, Form form, List<String> remarks, Words t)
            throws IOException {
        if (file == null || file.isEmpty()) {
            form.refuse("file", t.of("questionnaire.new.file-missing"));
            return null;
        }
        try {
            var read = XlsForm.read(file.getBytes());
            read.remarks().stream()
                    .limit(50)
                    .forEach(remark -> remarks.add(
                            remark.row() == 0
                                    ? t.of(remark.key(), remark.what())
                                    : t.of("questionnaire.new.row", remark.row(), t.of(remark.key(), remark.what()))));
            if (read.form().isEmpty()) {
                form.refuse("file", t.of("questionnaire.new.file-unsound"));
            }
            return read.form().orElse(null);
        } catch (Refusal unreadable) {
            form.refuse("file", t.of(unreadable.key(), unreadable.arguments()));
            return null;
        }
    }

    @GetMapping("/{questionnaire}")
    ModelAndView show(@PathVariable UUID questionnaire, SignedIn me, Words t) {
        var title = questionnaires.one(questionnaire).questions().title();
        var form = Form.fresh(t).with("title-el", title.greek()).with("title-en", title.english());
        return form.page("questionnaire/one", onePage(questionnaire, t)).addObject("me", me);
    }

    private OnePage onePage(UUID id, Words t) {
        var one = questionnaires.one(id);
        var all = one.questions().questions();
        var pages = one.questions().pages();
        var items = new ArrayList<Item>();
        for (var question : all) {
            items.add(new Item(
                    question,
                    pages.stream()
                            .filter(page -> page.section().equals(Optional.of(question)))
                            .map(Blueprint.Page::number)
                            .findFirst()
                            .orElse(0),
                    EditionWords.say(question.kind(), t),
                    Means.of(question).map(means -> EditionWords.say(means, t)).orElse(""),
                    EditionWords.say(question.onlyIf(), one.questions(), t),
                    question.equals(all.getFirst()),
                    question.equals(all.getLast())));
        }
        var faults = Soundness.faults(one.questions()).stream()
                .map(fault -> t.of(fault.key(), fault.question()))
                .toList();
        return new OnePage(one, items, faults, board.editions(id, 1, 50));
    }

    @PostMapping("/{questionnaire}/title")
    ModelAndView title(
            @PathVariable UUID questionnaire,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var greek = form.field("title-el", t.of("questionnaire.title.greek")).required(Soundness.LONGEST_LABEL);
        var english =
                form.field("title-en", t.of("questionnaire.title.english")).optional(Soundness.LONGEST_LABEL);
        if (!form.sound()) {
            return form.again("questionnaire/one", onePage(questionnaire, t)).addObject("me", me);
        }
        var one = questionnaires.one(questionnaire);
        questionnaires.change(questionnaire, one.version(), one.questions().titled(new Bilingual(greek, english)));
        Said.done(t.of("questionnaire.kept")).on(redirect);
        return to(questionnaire, t);
    }

    @PostMapping("/{questionnaire}/removal")
    ModelAndView remove(@PathVariable UUID questionnaire, Words t, RedirectAttributes redirect) {
        questionnaires.remove(questionnaire);
        Said.done(t.of("questionnaire.removed")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    @GetMapping("/{questionnaire}/form.xlsx")
    void workbook(@PathVariable UUID questionnaire, HttpServletResponse response) throws IOException {
        var one = questionnaires.one(questionnaire);
        response.setContentType(Spreadsheet.XLSX.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"questionnaire-v" + one.version() + ".xlsx\"");
        XlsForm.write(
                one.questions(),
                "questionnaire_" + questionnaire.toString().substring(0, 8),
                one.version(),
                records.nobody(),
                response.getOutputStream());
    }

    /** A page as organisations will see it, with nothing filled in. */
    @GetMapping("/{questionnaire}/preview/{number}")
    ModelAndView preview(@PathVariable UUID questionnaire, @PathVariable String number, SignedIn me, Words t) {
        var questions = questionnaires.one(questionnaire).questions();
        var page = SheetPages.page(questions, number);
        var filling = new Filling(page, records.nobody(), t);
        var here = PATH + "/" + questionnaire + "/preview/";
        return filling.with(Entries.NONE)
                .page(
                        "questionnaire/preview",
                        new PreviewPage(
                                questionnaire,
                                questions.title().in(t),
                                page.title(t, questions),
                                page.number(),
                                filling.shown(Entries.NONE),
                                page.number() > 1 ? t.link(here + (page.number() - 1)) : null,
                                page.number() < questions.pages().size() ? t.link(here + (page.number() + 1)) : null))
                .addObject("me", me);
    }

    static ModelAndView to(UUID questionnaire, Words t) {
        return new ModelAndView("redirect:" + t.link(PATH + "/" + questionnaire));
    }
}
