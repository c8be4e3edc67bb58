package org.opensocialnet.budget;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Refusal;

/** One side of an act: so much more, or with a minus less, on one account of an envelope. */
record Posting(
        EnvelopeId envelope,
        Account account,
        Money amount,
        @Nullable EarmarkId earmark) {

    private static Posting more(EnvelopeId envelope, Account account, Money amount) {
        return new Posting(envelope, account, amount, null);
    }

    private static Posting less(EnvelopeId envelope, Account account, Money amount) {
        return new Posting(envelope, account, Money.ZERO.minus(amount), null);
    }

    private Posting of(Earmark earmark) {
        return new Posting(envelope, account, amount, earmark.id());
    }

    /** What an act upon an earmark posts; refused where there is less than it asks for. */
    static List<Posting> upon(Earmark earmark, Movement movement, Money amount, Balances stands) {
        var envelope = earmark.envelope();
        return switch (movement) {
            case RESERVED -> {
                must(amount, stands.available(), "budget.refused.available");
                yield List.of(
                        less(envelope, Account.AVAILABLE, amount),
                        more(envelope, Account.RESERVED, amount).of(earmark));
            }
            case COMMITTED -> {
                must(amount, earmark.reserved(), "budget.refused.reserved");
                yield List.of(
                        less(envelope, Account.RESERVED, amount).of(earmark),
                        more(envelope, Account.COMMITTED, amount).of(earmark));
            }
            case SPENT -> {
                must(amount, earmark.committed(), "budget.refused.committed");
                yield List.of(
                        less(envelope, Account.COMMITTED, amount).of(earmark),
                        more(envelope, Account.SPENT, amount).of(earmark));
            }
            case RELEASED -> {
                must(amount, earmark.reserved().plus(earmark.committed()), "budget.refused.released");
                var first = amount.atMost(earmark.reserved());
                yield some(
                        less(envelope, Account.RESERVED, first).of(earmark),
                        less(envelope, Account.COMMITTED, amount.minus(first)).of(earmark),
                        more(envelope, Account.AVAILABLE, amount));
            }
            case RETURNED -> {
                must(amount, earmark.spent(), "budget.refused.spent");
                yield List.of(
                        less(envelope, Account.SPENT, amount).of(earmark),
                        more(envelope, Account.RETURNED, amount).of(earmark));
            }
            case ALLOCATED, REUSED, HANDED_BACK, REALLOCATED ->
                throw new IllegalArgumentException("no act upon an earmark: " + movement);
        };
    }

    /** What an act upon a whole envelope posts; refused where there is less than it asks for. */
    static List<Posting> upon(
            EnvelopeId envelope, @Nullable EnvelopeId other, Movement movement, Money amount, Balances stands) {
        return switch (movement) {
            case ALLOCATED ->
                List.of(less(envelope, Account.FUNDING, amount), more(envelope, Account.AVAILABLE, amount));
            case REUSED -> {
                must(amount, stands.returned(), "budget.refused.returned");
                yield List.of(less(envelope, Account.RETURNED, amount), more(envelope, Account.AVAILABLE, amount));
            }
            case HANDED_BACK -> {
                must(amount, stands.returned().plus(stands.available()), "budget.refused.hand-back");
                var first = amount.atMost(stands.returned());
                yield some(
                        less(envelope, Account.RETURNED, first),
                        less(envelope, Account.AVAILABLE, amount.minus(first)),
                        more(envelope, Account.FUNDING, amount));
            }
            case REALLOCATED -> {
                if (other == null || other.equals(envelope)) {
                    throw Refusal.wrong("budget.fault.other", "other");
                }
                must(amount, stands.available(), "budget.refused.available");
                yield List.of(
                        less(envelope, Account.AVAILABLE, amount),
                        more(envelope, Account.FUNDING, amount),
                        less(other, Account.FUNDING, amount),
                        more(other, Account.AVAILABLE, amount));
            }
            case RESERVED, COMMITTED, SPENT, RELEASED, RETURNED ->
                throw new IllegalArgumentException("an act upon an earmark: " + movement);
        };
    }

    private static List<Posting> some(Posting... postings) {
        return Stream.of(postings).filter(posting -> !posting.amount().isZero()).toList();
    }

    private static void must(Money amount, Money there, String key) {
        if (amount.compareTo(there) > 0) {
            throw Refusal.wrong(key, "amount", there);
        }
    }
}
