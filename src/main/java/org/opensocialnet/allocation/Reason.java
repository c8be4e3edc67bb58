package org.opensocialnet.allocation;

import org.opensocialnet.allocation.Ceiling.Per;
import org.opensocialnet.allocation.Conditions.Rule;

/** Why a line does not get what it, or the rest of it, asks for. */
public sealed interface Reason {

    /** Nobody has it or promised it, and it has no price. */
    record NothingOfTheKind(String item) implements Reason {}

    /** The source has it, but not for this. */
    record NotAllowed(String item, String source, Rule rule) implements Reason {}

    /** What the proposal leaves in the source does not suffice. */
    record TooLittle(String item, String source, long left, long missing) implements Reason {}

    /** The source would do, but its ceiling is reached. */
    record UnderCeiling(String item, String source, Per per, String key, long left, long missing) implements Reason {}

    /** The beneficiary may receive no more of this, from whomever. */
    record OverQuota(String beneficiary, String category, long left, long missing) implements Reason {}
}
