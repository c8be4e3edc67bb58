package org.opensocialnet.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opensocialnet.kernel.Uuid7;

/** What is typed wrongly, too much, too late or twice. */
class RequestFormsTest extends RequestWorld {

    @Test
    void fiveThousandTypedForFiveHundredIsAskedAboutOnceMore() {
        var page = begun("Υπνόσακοι");
        var form = lineForm(page);
        var asked = danae.post(page + "/lines/new", with(form, bags("5000")));
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("Γράψατε 5.000 τεμάχια", "ως 100 τεμάχια", "value=\"5000\"");
        assertThat(danae.post(page + "/lines/new", with(with(form, bags("5000")), Map.of("sure", "yes")))
                        .statusCode())
                .isEqualTo(302);
        submit(danae, page);
        assertThat(maria.get(page).body()).contains("Ασυνήθιστες ποσότητες", "Ξεπερνά το όριο 100");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
        var page = begun("Υπνόσακοι");
        for (var wrong : List.of(
                Map.of("quantity", "-3"),
                Map.of("quantity", "0"),
                Map.of("quantity", "99999999999"),
                Map.of("quantity", "3,5"),
                Map.of("people", "0"),
                Map.of("type", ""),
                Map.of("type", "<script>"),
                Map.of("needed", "2020-01-01"),
                Map.of("needed", "31/2/2027"),
                Map.of("item", UUID.randomUUID().toString()))) {
            var answer = danae.post(page + "/lines/new", with(with(lineForm(page), bags("30")), wrong));
            assertThat(answer.statusCode()).as("%s", wrong).isEqualTo(422);
            assertThat(answer.body()).contains("govuk-error-summary");
        }
        assertThat(danae.get(page).body()).contains("Καμία γραμμή ακόμη");
    }

    @Test
    void aFormSentTwiceDoesNothingTheSecondTimeAndWhoComesLateIsTold() {
        var page = sent("Υπνόσακοι");
        var seen = step(maria.get(page).body(), Map.of());
        assertThat(maria.post(page + "/acceptance", seen).statusCode()).isEqualTo(302);
        assertThat(maria.post(page + "/acceptance", seen).statusCode())
                .as("the same form")
                .isEqualTo(302);
        assertThat(maria.post(
                                page + "/acceptance",
                                with(seen, Map.of("once", Uuid7.next().toString())))
                        .statusCode())
                .as("another's, made before")
                .isEqualTo(409);
        assertThat(danae.get(page).body().split("Εγκρίθηκε</h3>", -1)).hasSize(2);
    }

    @Test
    void ofManyDecisionsAtOnceOneHolds() throws Exception {
        var page = sent("Υπνόσακοι");
        var seen = step(maria.get(page).body(), Map.of("words", "Όχι", "ground", "other"));
        try (var pool = Executors.newFixedThreadPool(8)) {
            var answers = pool.invokeAll(IntStream.range(0, 16)
                    .<Callable<Integer>>mapToObj(i -> () -> maria.post(
                                    page + (i % 2 == 0 ? "/acceptance" : "/refusal"),
                                    with(seen, Map.of("once", Uuid7.next().toString())))
                            .statusCode())
                    .toList());
            int done = 0;
            for (var answer : answers) {
                done += answer.get() == 302 ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
    }

    @Test
    void ofManyClicksAtOnceOneBegins() throws Exception {
        var form = step(danae.get("/desk/requests/new").body(), Map.of("title", "Σεντόνια", "story", ""));
        try (var pool = Executors.newFixedThreadPool(8)) {
            var answers = pool.invokeAll(IntStream.range(0, 16)
                    .<Callable<HttpResponse<String>>>mapToObj(_ -> () -> danae.post("/desk/requests/new", form))
                    .toList());
            var places = new HashSet<String>();
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(302);
                places.add(answer.get().headers().firstValue("Location").orElseThrow());
            }
            assertThat(places).hasSize(1);
        }
    }
}
