package org.opensocialnet.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.opensocialnet.OpenSocialNet;
import org.opensocialnet.kernel.Elot743;
import org.opensocialnet.matching.Field;
import org.opensocialnet.matching.GreekPeople;
import org.opensocialnet.people.FindWork;
import org.opensocialnet.people.FindWork.Answer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * A caseworker looks for somebody among a million people of sixty organisations, by name in four spellings, by one name,
 * by phone and by year; and asks whether others may know somebody like her.
 */
final class FindBench implements Bench.Benchmark {

    private static final int PEOPLE = 667_000;
    private static final int ROWS = 1_000_000;
    private static final int ASKED = 600;

    @Override
    public void run(Consumer<Result> found) throws Exception {
        boolean kept = System.getenv("OSN_BENCH_KEEP") != null;
        if (!kept) {
            StartBench.clear(Server.DATA.resolve("find"));
        }
        var people = GreekPeople.of(1821, PEOPLE, ImportBench.SHARED.resolve("linkage/names/el_GR.csv"));
        var rows = people.rows.subList(0, Math.min(ROWS, people.rows.size()));
        var fields = GreekPeople.FORM.fields().stream().map(Field::name).toList();
        try (var program = new SpringApplicationBuilder(OpenSocialNet.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(
                        "--osn.test-database=false",
                        "--osn.data=" + Server.DATA.resolve("find"),
                        "--osn.demo.enabled=false",
                        "--osn.search.upkeep=false",
                        "--spring.main.lazy-initialization=true",
                        "--logging.level.root=warn")) {
            var work = new FindWork(program);
            if (!kept || !work.isFilled(rows.size())) {
                work.fill(fields, rows);
            }
            asked(work, fields, rows, new Random(5), ASKED / 4);
            var answers = asked(work, fields, rows, new Random(6), ASKED);
            found.accept(result("find: a person among a million", answers, Answer::found));
            found.accept(result(
                    "find: and whether others may know her", answers, answer -> answer.found() + answer.elsewhere()));
            long hers = answers.stream().filter(Answer::her).count();
            found.accept(new Result(
                    "find: she is among the twenty shown",
                    "%d of %d".formatted(hers, answers.size()),
                    "typed as in a sixth of the cases a first name alone",
                    hers / (double) answers.size(),
                    "no goal: said for the time above",
                    hers > 0));
        }
    }

    private static List<Answer> asked(
            FindWork work, List<String> fields, List<List<String>> rows, Random random, int times) {
        var answers = new ArrayList<Answer>();
        for (int at = 0; at < times; at++) {
            int row = random.nextInt(rows.size());
            var typed = typed(fields, rows.get(row), at, random);
            answers.add(work.find(work.organization(row), typed, work.person(row)));
        }
        return answers;
    }

    private static String typed(List<String> fields, List<String> row, int turn, Random random) {
        var given = row.get(fields.indexOf("given"));
        var family = row.get(fields.indexOf("family"));
        var phone = row.get(fields.indexOf("phone"));
        var birth = row.get(fields.indexOf("birth"));
        return switch (turn % 6) {
            case 0 -> given + " " + family;
            case 1 -> Elot743.latin(family + " " + given);
            case 2 -> given + " " + slip(family, random);
            case 3 -> given;
            case 4 -> phone.isEmpty() ? family : phone;
            default -> family + " " + (birth.length() < 4 ? "1980" : birth.substring(birth.length() - 4));
        };
    }

    private static String slip(String name, Random random) {
        if (name.length() < 4) {
            return name;
        }
        int at = 1 + random.nextInt(name.length() - 2);
        return name.substring(0, at) + name.substring(at + 1);
    }

    private static Result result(String name, List<Answer> answers, ToDoubleFunction<Answer> of) {
        double[] times = answers.stream().mapToDouble(of).sorted().toArray();
        double p95 = times[times.length * 95 / 100];
        return new Result(
                name,
                "p50 %.0f ms, p95 %.0f ms, p99 %.0f ms"
                        .formatted(times[times.length / 2], p95, times[times.length * 99 / 100]),
                "100 ms",
                p95 / 100,
                "p95 under 100 ms",
                p95 < 100 && Arrays.stream(times).allMatch(time -> time > 0));
    }
}
