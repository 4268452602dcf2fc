package org.campaignledger.demo;

import java.util.List;
import java.util.Locale;

import org.campaignledger.platform.web.pages.DemoAccount;
import org.campaignledger.platform.web.pages.DemoAccounts;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Shows the demo's accounts on its sign-in page; their passwords protect nothing but invented figures. */
@Component
@Profile("demo")
class DemoSignIn implements DemoAccounts {

    private final DemoProperties properties;

    DemoSignIn(DemoProperties properties) {
        this.properties = properties;
    }

    @Override
    public List<DemoAccount> accounts(Locale locale) {
        boolean zh = !Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        return List.of(
                account("demo-fj", "REPORTER", "FJ", zh ? "为福建登记一条记录" : "record something for Fujian"),
                account("demo-rail", "REPORTER", "RAIL", zh ? "为铁路登记一条记录" : "record something for the railways"),
                account("demo-auditor", "AUDITOR", null, zh ? "查看全部台账与依据" : "read the whole ledger"),
                account("admin", "ADMIN", null, zh ? "管理活动阶段与账号" : "run phases and accounts"),
                account("checker", "ADMIN", null, zh ? "复核他人的申请" : "decide on what others ask for"),
                account("demo-host", "HOST", "video", zh ? "承办微视频征集" : "host the short videos"),
                account("demo-judge", "JUDGE", "SH", zh ? "评审作品" : "judge works"));
    }

    private DemoAccount account(String name, String role, @org.jspecify.annotations.Nullable String scope,
            String todo) {
        return new DemoAccount(name, properties.password(), role, scope, todo);
    }
}
