package org.opensocialnet.forms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.opensocialnet.web.Words;
import tools.jackson.databind.json.JsonMapper;

/** A whole form: its title and its questions in their order. It never changes; building makes a new one. */
public record Blueprint(Bilingual title, List<Question> questions) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Blueprint {
        questions = List.copyOf(questions);
    }

    /** One page of it: the section that begins it, or none for what stands before the first. */
    public record Page(int number, Optional<Question> section, List<Question> questions) {

        public String title(Words t, Blueprint of) {
            return section.map(Question::label).orElse(of.title()).in(t);
        }

        /** What it asks for; a page of notes alone asks nothing. */
        public List<Question> asking() {
            return questions.stream().filter(question -> question.kind().asks()).toList();
        }

        /** Whether something that must be answered is not. */
        public boolean lacks(Entries said) {
            return questions.stream().anyMatch(question -> question.required() && !said.answers(question.name()));
        }

        /** The same page with some of its questions alone. */
        public Page only(Set<String> asked) {
            return new Page(
                    number,
                    section,
                    questions.stream()
                            .filter(question -> asked.contains(question.name()))
                            .toList());
        }
    }

    /** Its pages in order, numbered from one. */
    public List<Page> pages() {
        var pages = new ArrayList<Page>();
        Optional<Question> section = Optional.empty();
        var on = new ArrayList<Question>();
        for (var question : questions) {
            if (question.kind() == Kind.SECTION) {
                if (section.isPresent() || !on.isEmpty()) {
                    pages.add(new Page(pages.size() + 1, section, List.copyOf(on)));
                }
                section = Optional.of(question);
                on.clear();
            } else {
                on.add(question);
            }
        }
        if (section.isPresent() || !on.isEmpty()) {
            pages.add(new Page(pages.size() + 1, section, List.copyOf(on)));
        }
        return pages;
    }

    /** The same with those questions alone that are asked; a page of which nothing is asked keeps its number and is empty. */
    public List<Page> pages(Entries said) {
        var asked = asked(said);
        return pages().stream().map(page -> page.only(asked)).toList();
    }

    /** The names of what is asked where this was answered: what hangs on something that is not asked is not asked either. */
    public Set<String> asked(Entries said) {
        var asked = new LinkedHashSet<String>();
        boolean section = true;
        for (var question : questions) {
            var onlyIf = question.onlyIf();
            boolean holds = onlyIf == null || asked.contains(onlyIf.question()) && onlyIf.holds(said);
            if (question.kind() == Kind.SECTION) {
                section = holds;
            }
            if (section && holds) {
                asked.add(question.name());
            }
        }
        return asked;
    }

    /** Those that another may hang on: choices of its own, asked before it; before the end where there is none of that name. */
    public List<Question> deciding(String before) {
        return questions.stream()
                .takeWhile(question -> !question.name().equals(before))
                .filter(Question::decides)
                .toList();
    }

    public Optional<Question> question(String name) {
        return questions.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** All that ask for something, in order. */
    public List<Question> asking() {
        return questions.stream().filter(question -> question.kind().asks()).toList();
    }

    /** All that say something to the room that asks, in tables or not. */
    public List<Question> meaning(Predicate<String> wanted) {
        return questions.stream().filter(one -> wanted.test(one.means())).toList();
    }

    public Blueprint titled(Bilingual other) {
        return new Blueprint(other, questions);
    }

    /** With one more question after another; at the end where none is named. */
    public Blueprint with(Question added, String after) {
        var all = new ArrayList<>(questions);
        int at = position(after);
        all.add(at < 0 ? all.size() : at + 1, added);
        return new Blueprint(title, all);
    }

    /** With a question in place of the one of that name. */
    public Blueprint changed(String name, Question now) {
        var all = new ArrayList<>(questions);
        int at = position(name);
        if (at >= 0) {
            all.set(at, now);
        }
        return new Blueprint(title, all);
    }

    public Blueprint without(String name) {
        return new Blueprint(
                title,
                questions.stream().filter(one -> !one.name().equals(name)).toList());
    }

    /** With a question one place higher or lower. */
    public Blueprint moved(String name, boolean up) {
        var all = new ArrayList<>(questions);
        int at = position(name);
        int to = up ? at - 1 : at + 1;
        if (at >= 0 && to >= 0 && to < all.size()) {
            all.add(to, all.remove(at));
        }
        return new Blueprint(title, all);
    }

    private int position(String name) {
        for (int i = 0; i < questions.size(); i++) {
            if (questions.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** A name nobody has yet, made of what a question is. */
    public String freeName(Kind kind) {
        var stem = kind.name().toLowerCase(Locale.ROOT);
        int number = 1;
        while (position(stem + "_" + number) >= 0) {
            number++;
        }
        return stem + "_" + number;
    }

    public String json() {
        return JSON.writeValueAsString(this);
    }

    public static Blueprint of(String json) {
        return JSON.readValue(json, Blueprint.class);
    }
}
