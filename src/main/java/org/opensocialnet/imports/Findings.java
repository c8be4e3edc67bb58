package org.opensocialnet.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.opensocialnet.intake.Difference;
import org.opensocialnet.intake.IntakeListener;
import org.opensocialnet.intake.IntakeProblem;
import org.opensocialnet.intake.RecordOf;

/**
 * Hears what an intake finds, writes it down some hundreds at a time where that is wanted, and sums it up as one number: the
 * same differences make the same number, in whatever order they come.
 */
final class Findings implements IntakeListener {

    static final int AT_ONCE = 1_000;

    /** One difference with its record, and where it stands in the book. */
    record Told(long position, Difference difference, RecordOf record) {}

    /** One problem and where it stands in the book. */
    record Wrong(long position, IntakeProblem problem) {}

    private final BiConsumer<List<Told>, List<Wrong>> book;
    private final MessageDigest digest;
    private final List<Told> told = new ArrayList<>();
    private final List<Wrong> wrong = new ArrayList<>();
    private long differences;
    private long problems;
    private long one;
    private long other;

    Findings(BiConsumer<List<Told>, List<Wrong>> book) {
        this.book = book;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void different(Difference difference, RecordOf record) {
        told.add(new Told(differences++, difference, record));
        var text = String.join(
                "\u0001",
                difference.table(),
                difference.id().toString(),
                difference.kind().name(),
                difference.column(),
                String.valueOf(difference.before()),
                String.valueOf(difference.after()));
        var sum = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        one += sum.getLong();
        other += sum.getLong();
        writeSome();
    }

    @Override
    public void wrong(IntakeProblem problem) {
        wrong.add(new Wrong(problems++, problem));
        writeSome();
    }

    private void writeSome() {
        if (told.size() + wrong.size() >= AT_ONCE) {
            flush();
        }
    }

    void flush() {
        if (!told.isEmpty() || !wrong.isEmpty()) {
            book.accept(List.copyOf(told), List.copyOf(wrong));
            told.clear();
            wrong.clear();
        }
    }

    long problems() {
        return problems;
    }

    String print() {
        return new UUID(one, other) + "-" + differences;
    }
}
