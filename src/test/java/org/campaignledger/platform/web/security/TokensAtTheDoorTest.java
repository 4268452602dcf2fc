package org.campaignledger.platform.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.campaignledger.kernel.TokenAccess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.PathContainer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensAtTheDoorTest {

    private RunningDoor door;

    @BeforeAll
    void start() {
        door = new RunningDoor();
    }

    @AfterAll
    void stop() {
        door.close();
    }

    @Test
    void aProgramInHeavyUseCostsTwoLookUpsASecondAndNoHashing() {
        String token = door.tokens.issue("fj", TokenAccess.READ);
        int hashed = door.passwords.verified.get();
        int before = door.tokens.asked.get();
        long began = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            assertThat(status("/api/v1/entries/me", token)).isEqualTo(200);
        }
        long halfSeconds = (System.nanoTime() - began) / Reread.RECHECKED.toNanos();
        assertThat(door.tokens.asked.get() - before).isLessThanOrEqualTo((int) halfSeconds + 2);
        assertThat(door.passwords.verified.get()).isEqualTo(hashed);
    }

    @Test
    void whatIsDamagedIsNotLookedUp() {
        String token = door.tokens.issue("fj", TokenAccess.READ);
        int before = door.tokens.asked.get();
        for (String damaged : Set.of(token.substring(1), token + "0", token.replaceFirst("clt_.", "clt_g"),
                token.substring(0, 70) + (token.charAt(70) == '0' ? '1' : '0') + token.substring(71))) {
            assertThat(status("/api/v1/entries/me", damaged)).isEqualTo(401);
        }
        assertThat(door.tokens.asked.get()).isEqualTo(before);
    }

    @Test
    void noTwoAreAlike() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String token = TokenText.make();
            assertThat(TokenText.isOne(token)).isTrue();
            assertThat(made.add(token)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"READ,GET,/api/v1/campaigns,true", "READ,HEAD,/log/checkpoint,true",
            "READ,POST,/api/v1/campaigns/2019/events,false", "READ,PUT,/api/v1/entries/x/scores/mine,false",
            "READ,DELETE,/api/v1/x,false", "WRITE,POST,/api/v1/campaigns/2019/events,true",
            "WRITE,PUT,/api/v1/entries/x/scores/mine,true", "WRITE,POST,/api/v1/corrections,true",
            "WRITE,POST,/api/v1/corrections/x/withdraw,true", "WRITE,POST,/api/v1/corrections/x/approve,false",
            "WRITE,POST,/api/v1/corrections/x/reject,false", "WRITE,POST,/api/v1/accounts,false",
            "WRITE,POST,/api/v1/accounts/x/tokens,false", "WRITE,POST,/api/v1/accounts/x/anything/else,false",
            "WRITE,GET,/api/v1/accounts/x/tokens,false", "WRITE,HEAD,/api/v1/accounts/x/tokens/y,false",
            "WRITE,GET,/api/v1/accounts/x,true", "READ,GET,/api/v1/accounts/x/second-factor,false",
            "WRITE,HEAD,/api/v1/accounts/x/second-factor,false", "READ,GET,/api/v1/accounts/x/sessions,false",
            "READ,HEAD,/api/v1/accounts/x/sessions/y,false", "WRITE,POST,/api/v1/personal-data/x/erase,false"})
    void aTokenComesAsFarAsItsAccess(TokenAccess access, String method, String path, boolean allowed) {
        assertThat(WhatTokensDo.allows(access, method, PathContainer.parsePath(path))).isEqualTo(allowed);
    }

    private int status(String path, String token) {
        return door.send(door.to(path).header("Authorization", "Bearer " + token)).statusCode();
    }
}
