package org.opensocialnet.proposals;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.opensocialnet.allocation.More;
import org.opensocialnet.allocation.Proposal;
import org.opensocialnet.allocation.Reason;
import tools.jackson.databind.json.JsonMapper;

/** What the engine answered: the proposal, and for each envelope what 1,000 € more would buy. */
record Found(Proposal proposal, List<More> more) {

    /** The engine knows nothing of JSON; how its reasons are told apart there is said here. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface Typed {}

    static final JsonMapper JSON =
            JsonMapper.builder().addMixIn(Reason.class, Typed.class).build();
}
