package org.opensocialnet.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.database.Rows;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.web.Passage;
import org.opensocialnet.web.Spreadsheet;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is wrong with a file: to be read, and to be sent to whoever made it. */
@Controller
@RequestMapping(ImportPages.PATH + "/{load}")
class LoadProblemPages {

    private static final int PAGE = 50;
    private static final int PART = 1_000;

    private final Loads loads;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    LoadProblemPages(Loads loads, JdbcClient jdbc, TransactionOperations transactions) {
        this.loads = loads;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** One problem as it lies in the book. */
    record Wrong(
            long position,
            String file,
            long line,
            String tableName,
            @Nullable String columnName,
            @Nullable String value,
            String reason,
            boolean leftOut) {

        Passage why(Words t) {
            return Reasons.of(t, reason);
        }
    }

    record ProblemsPage(Load load, List<Wrong> wrong, Paging paging) {}

    @GetMapping("/problems")
    ModelAndView problems(
            @PathVariable UUID load, @RequestParam(defaultValue = "-1") long after, SignedIn me, Words t) {
        var known = known(load);
        var found = read(known, after, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        var here = known.path() + "/problems";
        var paging = new Paging(
                after >= 0 ? t.link(here) : null,
                found.size() > PAGE ? t.link(here + "?after=" + shown.getLast().position()) : null);
        return new ModelAndView("imports/problems")
                .addObject("page", new ProblemsPage(known, shown, paging))
                .addObject("me", me);
    }

    private Load known(UUID load) {
        var known = loads.one(load);
        if (!known.hasDetails()) {
            throw Refusal.conflict("imports.load.no-details");
        }
        return known;
    }

    @GetMapping("/problems.csv")
    void sheet(@PathVariable UUID load, Words t, HttpServletResponse response) throws IOException {
        var known = known(load);
        response.setContentType(Spreadsheet.CSV.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"problems-" + known.source() + ".csv\"");
        var header = List.of(
                t.of("imports.problems.file"),
                t.of("imports.problems.line"),
                t.of("imports.problems.table"),
                t.of("imports.problems.column"),
                t.of("imports.problems.value"),
                t.of("imports.problems.reason"),
                t.of("imports.problems.left-out"));
        var rows = StreamSupport.stream(Spliterators.spliteratorUnknownSize(new All(known), Spliterator.ORDERED), false)
                .map(wrong -> Arrays.asList(
                        wrong.file(),
                        wrong.line(),
                        wrong.tableName(),
                        wrong.columnName(),
                        wrong.value(),
                        wrong.why(t).text(),
                        wrong.leftOut() ? t.of("imports.problems.yes") : t.of("imports.problems.no")));
        Spreadsheet.CSV.write(response.getOutputStream(), t.of("imports.problems.title"), header, rows);
    }

    private List<Wrong> read(Load load, long after, int most) {
        return java.util.Objects.requireNonNull(transactions.execute(_ -> jdbc.sql("""
                        select position, file, line, table_name, column_name, value, reason, left_out
                        from imports.problem
                        where run = :run and position > :after
                        order by position
                        limit :most
                        """)
                .param("run", load.run())
                .param("after", after)
                .param("most", most)
                .query(Rows.of(Wrong.class))
                .list()));
    }

    /** All of them, read in parts. */
    private final class All implements Iterator<Wrong> {

        private final Load load;
        private Iterator<Wrong> part = List.<Wrong>of().iterator();
        private long after = -1;
        private boolean more = true;

        All(Load load) {
            this.load = load;
        }

        @Override
        public boolean hasNext() {
            if (!part.hasNext() && more) {
                var read = read(load, after, PART);
                more = read.size() == PART;
                part = read.iterator();
            }
            return part.hasNext();
        }

        @Override
        public Wrong next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var next = part.next();
            after = next.position();
            return next;
        }
    }
}
