package org.opensocialnet.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.chores.Chores;
import org.opensocialnet.directory.Sources;
import org.opensocialnet.directory.Sources.Source;
import org.opensocialnet.imports.Loads.Sent;
import org.opensocialnet.kernel.Elot743;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Paging;
import org.opensocialnet.workspace.Items.Tone;
import org.opensocialnet.workspace.UploadLimit;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The files that were brought in, and the form that sends another one. */
@Controller
@RequestMapping(ImportPages.PATH)
class ImportPages {

    static final String PATH = "/desk/imports";
    private static final UploadLimit LIMIT = new UploadLimit(PATH + "/new", 50);

    /** Sources that other doors fill: the desk's own records, the program's vocabularies, the invented city. */
    private static final Set<String> RESERVED = Set.of("own", "osn", "demo");

    private static final String NEW = "new";

    private final Loads loads;
    private final SentFile files;
    private final Chores chores;
    private final Sources sources;
    private final Trail trail;
    private final TransactionOperations transactions;

    ImportPages(
            Loads loads,
            SentFile files,
            Chores chores,
            Sources sources,
            Trail trail,
            TransactionOperations transactions) {
        this.loads = loads;
        this.files = files;
        this.chores = chores;
        this.sources = sources;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** One import in the list. */
    record Item(String path, String source, String file, String by, String when, String state, Tone tone) {}

    record ListPage(List<Item> items, Paging paging) {}

    record SendPage(List<Choice> sources, long atMost) {}

    @Bean
    static UploadLimit importLimit() {
        return LIMIT;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "1") int page, SignedIn me, Words t) {
        var found = loads.page(page);
        var items = found.stream().limit(Loads.PAGE).map(load -> item(load, t)).toList();
        var paging = new Paging(
                page > 1 ? t.link(PATH) : null,
                found.size() > Loads.PAGE ? t.link(PATH + "?page=" + (page + 1)) : null);
        return new ModelAndView("imports/list")
                .addObject("page", new ListPage(items, paging))
                .addObject("me", me);
    }

    private Item item(Load load, Words t) {
        var chore = chores.of(load.id()).orElse(null);
        return new Item(
                load.path(),
                load.sourceName(),
                load.fileName(),
                load.memberName(),
                t.moment(load.sentAt().toInstant()),
                ImportWords.state(t, load, chore),
                ImportWords.tone(load, chore));
    }

    @GetMapping("/new")
    ModelAndView blank(@RequestParam(defaultValue = "") String large, SignedIn me, Words t) {
        var form = Form.fresh(t);
        if (!large.isEmpty()) {
            form.refuse("file", tooLarge(t));
            return form.again("imports/send", page(t)).addObject("me", me);
        }
        return form.page("imports/send", page(t)).addObject("me", me);
    }

    private SendPage page(Words t) {
        var choices = new ArrayList<Choice>();
        known().forEach(source -> choices.add(new Choice(source.id(), source.name(), source.id())));
        choices.add(new Choice(NEW, t.of("imports.send.new-source"), t.of("imports.send.new-source.hint")));
        return new SendPage(choices, LIMIT.megabytes());
    }

    private List<Source> known() {
        return sources.all().stream()
                .filter(source -> !RESERVED.contains(source.id()))
                .toList();
    }

    @PostMapping("/new")
    ModelAndView send(
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            SignedIn me,
            Words t)
            throws IOException {
        var form = Form.sent(typed, t);
        var source = source(form, t);
        if (file == null || file.isEmpty()) {
            form.refuse("file", t.of("imports.send.file.missing"));
        } else if (file.getSize() > LIMIT.bytes()) {
            form.refuse("file", tooLarge(t));
        }
        if (!form.sound() || source.isEmpty() || file == null) {
            return form.again("imports/send", page(t)).addObject("me", me);
        }
        var id = receive(me, source.get(), form.field("everything", "").ticked(), file);
        return new ModelAndView("redirect:" + t.link(PATH + "/" + id));
    }

    private static String tooLarge(Words t) {
        return t.of("imports.send.file.large", LIMIT.megabytes());
    }

    /** One that is known, or a new one whose short name is made of its name. */
    private Optional<Source> source(Form form, Words t) {
        var known = known();
        var offered = new ArrayList<>(known.stream().map(Source::id).toList());
        offered.add(NEW);
        var chosen = form.field("source", t.of("imports.load.source")).oneOf(offered);
        if (!chosen.equals(NEW)) {
            return known.stream().filter(source -> source.id().equals(chosen)).findFirst();
        }
        var name = form.field("name", t.of("imports.send.name")).required(200);
        var slug = Elot743.slug(name);
        var id = slug.substring(0, Math.min(60, slug.length())).replaceAll("^-+|-+$", "");
        if (!name.isEmpty() && id.isEmpty()) {
            form.refuse("name", t.of("imports.send.name.letters"));
        } else if (RESERVED.contains(id)
                || known.stream().anyMatch(source -> source.id().equals(id))) {
            form.refuse("name", t.of("imports.send.name.taken", name));
        }
        return Optional.of(new Source(id, name, null));
    }

    /** File, book and the comparison that begins are kept together or not at all. */
    private UUID receive(SignedIn me, Source source, boolean everything, MultipartFile file) throws IOException {
        var name = SentFile.name(String.valueOf(file.getOriginalFilename()));
        try (var in = file.getInputStream()) {
            var id = transactions.execute(_ -> {
                var load = loads.receive(me, new Sent(source.id(), source.name(), name, file.getSize(), everything));
                try {
                    files.keep(load, in);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                chores.ask(Comparing.CODE, load);
                trail.note(Act.on("imports.load.received", "import", load));
                return load;
            });
            return Objects.requireNonNull(id);
        }
    }
}
