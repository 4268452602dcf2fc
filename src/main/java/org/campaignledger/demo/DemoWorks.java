package org.campaignledger.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import org.campaignledger.platform.works.made.MadePicture;
import org.campaignledger.platform.works.made.MadeSound;
import org.campaignledger.platform.works.made.MadeVideo;
import org.jspecify.annotations.Nullable;

/**
 * The works of the demo: small, drawn and sounded by the product's own code, and invented from title to author. The same
 * seed gives the same works.
 */
final class DemoWorks {

    /** The categories in the definition's order, and their hosts' demo accounts. */
    static final List<String> CATEGORIES = List.of("video", "activity", "photo", "platform", "recital", "song",
            "lesson");

    private static final Map<String, List<String>> TITLES = Map.of(
            "video", List.of("焊花", "凌晨四点的调度室", "老师傅的工具箱", "一张合格证"),
            "activity", List.of("网上练兵，线下比武", "一封家书进车间", "好网民主题日"),
            "photo", List.of("高空作业", "夜班", "塔吊上的日出", "机修班的手"),
            "platform", List.of("职工服务云", "一键维权", "工会书屋线上馆"),
            "recital", List.of("春天的厂房", "致桥梁", "读给远方的信"),
            "song", List.of("劳动者之歌（习作）", "早班车", "钢与花"),
            "lesson", List.of("螺栓为什么会松", "三分钟看懂接线图", "安全带怎么系"));
    private static final List<String> THEMES = List.of("建功新时代", "劳动创造奉献", "爱岗敬业艰苦奋斗勇于创新甘于奉献");
    private static final int VIDEO_MILLIS = 9_000;
    private static final int SOUND_MILLIS = 4_000;
    private static final int WIDTH = 960;
    private static final int HEIGHT = 640;

    /**
     * One of them.
     *
     * @param file its bytes; absent where it is described and linked
     * @param form what is sent of it, but for the file's digest
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Made(String category, String unit, byte @Nullable [] file, Map<String, Object> form) {}

    private final Random random;
    private final List<String> units;
    private int number;

    DemoWorks(long seed, List<String> units) {
        this.random = new Random(seed);
        this.units = units;
    }

    /** So many works of every category. */
    List<Made> of(int perCategory) {
        List<Made> works = new ArrayList<>();
        for (int i = 0; i < perCategory; i++) {
            for (String category : CATEGORIES) {
                works.add(work(category));
            }
        }
        return works;
    }

    private Made work(String category) {
        int n = ++number;
        List<String> titles = TITLES.getOrDefault(category, List.of(category));
        String title = titles.get(random.nextInt(titles.size())) + "（" + n + "）";
        boolean union = category.equals("activity") || category.equals("platform") || random.nextInt(4) == 0;
        Map<String, Object> submitter = union
                ? Map.of("kind", "UNION", "name", DemoPeople.union(n))
                : Map.of("kind", "INDIVIDUAL", "name", DemoPeople.name(n), "phone", DemoPeople.phone(n));
        Map<String, Object> form = new java.util.LinkedHashMap<>();
        String unit = units.get(random.nextInt(units.size()));
        form.put("category", category);
        form.put("unit", unit);
        form.put("submitter", submitter);
        form.put("title", title);
        form.put("theme", THEMES.get(random.nextInt(THEMES.size())));
        if (category.equals("activity") || category.equals("platform")) {
            form.put("description", "演示作品：一次线上线下结合的活动，%d 名职工参加，转发 %d 次。"
                    .formatted(60 + random.nextInt(900), 200 + random.nextInt(9_000)));
        }
        if (category.equals("platform")) {
            form.put("links", List.of("https://example.org/" + String.format(Locale.ROOT, "demo-%03d", n)));
        }
        return new Made(category, unit, file(category, title), form);
    }

    private byte @Nullable [] file(String category, String title) {
        long seed = random.nextLong();
        return switch (category) {
            case "photo" -> MadePicture.jpeg(title, WIDTH, HEIGHT, seed);
            case "song" -> MadeSound.wav(220 + 20 * (number % 30), SOUND_MILLIS + number);
            case "video", "recital", "lesson" -> MadeVideo.lasting(title, VIDEO_MILLIS + number * 100L).bytes();
            default -> null;
        };
    }
}
