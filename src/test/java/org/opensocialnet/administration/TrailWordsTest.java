package org.opensocialnet.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a room writes into the trail, the auditor reads in words: acts, what they were done to, and the program's jobs. */
class TrailWordsTest {

    static final Path JAVA = Path.of("src/main/java/org/opensocialnet");
    static final List<Path> WORDS = Stream.of("TrailWords", "HelpActs", "PeopleActs")
            .map(name -> JAVA.resolve("administration/" + name + ".java"))
            .toList();

    /** Codes put together from a beginning and a word; each word the beginning may take is named here. */
    static final Map<String, Set<String>> BEGINNINGS = Map.of(
            "access.sign-in.", Set.of("password", "passkey", "link", "new-app", "federation"),
            "drafts.record.", Set.of("created", "changed", "confirmed", "retired", "restored", "undone"),
            "reports.provider.", Set.of("asked", "yes", "no", "by-hand"),
            "support.line.", Set.of("cover", "uncover", "go", "stay", "deliver", "bring-back", "confirm", "unconfirm"),
            "support.request.",
                    Set.of("submit", "return", "accept", "refuse", "appeal", "call", "count", "close", "withdraw"));

    /** Reasons put together of a beginning and what one of these may be. */
    static final Map<String, List<String>> ENDINGS = Map.of(
            "basis.", List.of("consents/LegalBasis.Ground"),
            "care.", List.of("care/CareEntry.Kind", "care/Episode.Closure"),
            "consent.", List.of("consents/Consent.Purpose"),
            "discretion.", List.of("people/Elsewhere.Discretion"),
            "glass.", List.of("safeguards/Glass.Reason", "safeguards/Glass.Verdict"),
            "legal.", List.of("safeguards/LegalRequest.Kind", "safeguards/LegalRequest.Verdict"),
            "wish.", List.of("mydata/Wish.Kind", "mydata/Wish.Verdict"));

    /** What the drafts' book knows and the trail has no line for: an import is one line of its own. */
    static final Set<String> NOT_IN_THE_TRAIL = Set.of("imported", "returned");

    @Test
    void everyActHasItsWords() {
        var worded = cases("act");
        assertThat(written()).hasSizeGreaterThan(80).allSatisfy(code -> {
            if (code.endsWith(".")) {
                assertThat(BEGINNINGS).as("a code put together").containsKey(code);
            } else {
                assertThat(worded).contains(code);
            }
        });
        BEGINNINGS.forEach(
                (beginning, words) -> words.forEach(word -> assertThat(worded).contains(beginning + word)));
    }

    @Test
    void noWordsAreLeftOfActsNobodyWrites() {
        var code = Pattern.compile("\"([a-z]+(?:\\.[a-z0-9-]+)+)\"");
        var said = sources().stream()
                .flatMap(file -> code.matcher(text(file)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        BEGINNINGS.forEach((beginning, words) -> words.forEach(word -> said.add(beginning + word)));
        assertThat(said).containsAll(cases("act"));
    }

    @Test
    void theWordsACodeMayEndOnAreThoseOfItsRoom() {
        var states = Pattern.compile("enum What \\{(.*?);", Pattern.DOTALL)
                .matcher(text(JAVA.resolve("drafts/ChangeSet.java")));
        assertThat(states.find()).isTrue();
        var known = Pattern.compile("\\b[A-Z]+\\b(?=[,\\s]*(?:\\n|$))")
                .matcher(states.group(1))
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        known.removeAll(NOT_IN_THE_TRAIL);
        assertThat(known).isEqualTo(new TreeSet<>(BEGINNINGS.get("drafts.record.")));
    }

    @Test
    void everyReasonHasItsWords() {
        var worded = Pattern.compile("case \"([a-z.-]+)\" -> t.of\\(\"administration\\.why\\.([a-z.-]+)\"")
                .matcher(text(JAVA.resolve("administration/TrailReasons.java")))
                .results()
                .map(found -> {
                    assertThat(found.group(2)).isEqualTo(found.group(1));
                    return found.group(1);
                })
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(worded).isEqualTo(reasons());
    }

    @Test
    void reasonsBeginAsTheseTestsKnow() {
        var beginning = Pattern.compile("because\\(\\s*(?:[a-z]+ == null \\? )?(\"([a-z]+)\\.|[a-z.()]+\\))");
        var handedOn = Set.of("why)", "purpose)", "opened.why())");
        for (var source : sources()) {
            beginning.matcher(text(source)).results().forEach(found -> {
                if (found.group(2) == null) {
                    assertThat(handedOn).as(source.toString()).anyMatch(found.group(1)::startsWith);
                } else {
                    assertThat(found.group(2))
                            .as(source.toString())
                            .satisfiesAnyOf(
                                    one -> assertThat(one).isIn("answer", "purpose", "erasure"),
                                    one -> assertThat(ENDINGS).containsKey(one + "."));
                }
            });
        }
    }

    /** Reasons written whole, and those put together of a beginning and what an enum of the room may be. */
    static Set<String> reasons() {
        var whole = Pattern.compile("\"((?:purpose|erasure)\\.[a-z-]+|answer\\.by-[a-z]+|consent\\.spoken)\"");
        var reasons = new TreeSet<String>();
        for (var source : sources()) {
            whole.matcher(text(source)).results().forEach(found -> reasons.add(found.group(1)));
        }
        ENDINGS.forEach((beginning, enums) -> enums.forEach(one -> constants(one)
                .forEach(word ->
                        reasons.add(beginning + word.toLowerCase(Locale.ROOT).replace('_', '-')))));
        return reasons;
    }

    /** What "safeguards/Glass.Reason" may be, read from its source: other rooms keep their enums to themselves. */
    static List<String> constants(String which) {
        var name = which.substring(which.indexOf('.') + 1);
        var source = text(JAVA.resolve(which.substring(0, which.indexOf('.')) + ".java"))
                .replaceAll("(?s)/\\*\\*.*?\\*/", "");
        var constants = Pattern.compile("enum " + name + " \\{([^;}]*)[;}]", Pattern.DOTALL)
                .matcher(source);
        assertThat(constants.find()).as(which).isTrue();
        return Stream.of(constants.group(1).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    @Test
    void everyKindOfRecordHasItsWords() {
        var kind = Pattern.compile("(?:Act\\.on|new Act)\\(\\s*[^,;]+,\\s*\"([a-z-]+)\"");
        var keeper = Pattern.compile("String kind\\(\\) \\{\\s*return \"([a-z-]+)\"|return keeper\\(\"([a-z-]+)\"");
        var kinds = new TreeSet<String>();
        for (var source : sources()) {
            kind.matcher(text(source)).results().forEach(found -> kinds.add(found.group(1)));
            keeper.matcher(text(source).contains("Keeper") ? text(source) : "")
                    .results()
                    .forEach(found -> kinds.add(found.group(1) == null ? found.group(2) : found.group(1)));
        }
        assertThat(kinds).contains("person", "import", "entry");
        assertThat(cases("kind")).containsAll(kinds);
    }

    @Test
    void everyJobHasItsWords() {
        var job = Pattern.compile("\\.run\\(\\s*\"([a-z]+\\.[a-z-]+)\"");
        var jobs = sources().stream()
                .flatMap(file -> job.matcher(text(file)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(jobs).contains("audit.seal", "rounds.every-morning");
        var worded = Pattern.compile("case \"([a-z.-]+)\" -> t.of\\(\"administration\\.job")
                .matcher(text(JAVA.resolve("administration/JobWords.java")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(worded).containsAll(jobs);
    }

    @Test
    void whateverRunsByTheClockIsInTheBookOfJobs() {
        assertThat(sources())
                .filteredOn(file -> text(file).contains("import org.springframework.scheduling.annotation.Scheduled;"))
                .hasSizeGreaterThan(5)
                .allSatisfy(file -> assertThat(text(file)).containsPattern("jobs(\\.get\\(\\))?\\.run\\("));
    }

    /** Every code in a call that writes an act; and, where acts are written at all, every code that is no sentence. */
    static Set<String> written() {
        var room = String.join("|", rooms());
        var inCall = Pattern.compile(
                "(?<!\\bof\\(\\s{0,60}|conflict\\(|notFound\\(|wrong\\()\"((?:" + room + ")(?:\\.[a-z0-9-]+)+\\.?)\"");
        var whole = Pattern.compile("\"((?:" + room + ")(?:\\.[a-z0-9-]+){2,})\"");
        var call = Pattern.compile("(?:Act\\.on|new Act|note)\\([^;]*");
        var sentences = sentences();
        var codes = new TreeSet<String>();
        for (var source : sources()) {
            var text = text(source);
            call.matcher(text)
                    .results()
                    .flatMap(found -> inCall.matcher(found.group()).results())
                    .forEach(found -> codes.add(found.group(1)));
            if (text.contains("import org.opensocialnet.audit.Act;")) {
                whole.matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .filter(found -> !sentences.contains(found))
                        .forEach(codes::add);
            }
        }
        return codes;
    }

    /** Sources of the rooms, without the words themselves and the trail's own examples. */
    static List<Path> sources() {
        return files(JAVA, ".java")
                .filter(file -> !WORDS.contains(file) && !file.endsWith("audit/Act.java"))
                .toList();
    }

    static Set<String> cases(String kind) {
        var text = WORDS.stream().map(TrailWordsTest::text).collect(Collectors.joining());
        var known = Pattern.compile("((?:\"[a-z0-9.-]+\",? ?)+)-> t\\.of\\(\"administration\\." + kind + "\\.")
                .matcher(text);
        return known.results()
                .flatMap(found -> Pattern.compile("\"([a-z0-9.-]+)\"")
                        .matcher(found.group(1))
                        .results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> sentences() {
        return files(Path.of("src/main/resources/messages"), ".properties")
                .flatMap(file -> text(file).lines())
                .map(line -> line.split("\\s*=", 2)[0].strip())
                .collect(Collectors.toSet());
    }

    static List<String> rooms() {
        try (var rooms = Files.list(JAVA)) {
            return rooms.filter(Files::isDirectory)
                    .map(each -> each.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
