package org.opensocialnet.signin;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.web.Words;

/**
 * Another way to sign in than by password, as a bean of a room above, offered beside it.
 *
 * @param order lower ones first
 * @param words what its link says
 * @param path where it begins, without language
 * @param again where one shows by it again who one is; none where it cannot
 * @param offered whether it is there at all, asked for each page
 */
public record OtherWay(
        int order,
        Function<Words, String> words,
        String path,
        @Nullable String again,
        BooleanSupplier offered) {}
