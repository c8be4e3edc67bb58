package org.opensocialnet.rounds;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.web.Spreadsheet;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How far each organisation of a round has come, as a table for a spreadsheet program. */
@Controller
class RoundSheets {

    private static final int AT_ONCE = 500;

    private final Board board;
    private final Trail trail;
    private final TransactionOperations transactions;

    RoundSheets(Board board, Trail trail, TransactionOperations transactions) {
        this.board = board;
        this.trail = trail;
        this.transactions = transactions;
    }

    @GetMapping("/desk/rounds/{round}/progress.csv")
    void csv(@PathVariable UUID round, HttpServletResponse response, Words t) throws IOException {
        var one = board.round(round);
        transactions.executeWithoutResult(_ -> trail.note(Act.on("rounds.round.exported", "round", round)));
        response.setContentType(Spreadsheet.CSV.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"round-" + one.deadline() + ".csv\"");
        var header = List.of(
                t.of("rounds.column.organization"),
                t.of("rounds.column.email"),
                t.of("rounds.column.records"),
                t.of("rounds.column.progress"),
                t.of("rounds.column.sent"),
                t.of("rounds.column.opened"),
                t.of("rounds.column.answered"),
                t.of("rounds.column.how"),
                t.of("rounds.column.open"));
        var rows = Stream.iterate(1, page -> page + 1)
                .map(page -> board.asked(round, null, "", page, AT_ONCE))
                .takeWhile(page -> !page.isEmpty())
                .flatMap(List::stream)
                .map(asked -> row(asked, t));
        Spreadsheet.CSV.write(response.getOutputStream(), one.name(), header, rows);
    }

    private static List<Object> row(Asked asked, Words t) {
        return new ArrayList<>(Arrays.asList(
                asked.name(),
                asked.email() == null ? "" : asked.email(),
                asked.records(),
                ProgressWords.say(asked.progress(), t),
                moment(asked.sentAt(), t),
                moment(asked.openedAt(), t),
                moment(asked.answeredAt(), t),
                asked.how() == null
                        ? ""
                        : asked.how().equals("phone") ? t.of("rounds.how.phone") : t.of("rounds.how.link"),
                asked.open()));
    }

    private static String moment(@Nullable OffsetDateTime at, Words t) {
        return at == null ? "" : t.moment(at.toInstant());
    }
}
