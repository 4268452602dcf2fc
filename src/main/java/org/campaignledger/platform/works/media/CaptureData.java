package org.campaignledger.platform.works.media;

import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifTiffHandler;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a picture tells of its taking. Of all that EXIF holds, these three are kept: no place, no owner, no serial number,
 * no text.
 *
 * @param camera      make and model, to 100 characters; absent if it does not say
 * @param takenOn     by the camera's clock, without a zone: {@code 2019-05-01T08:30:00}
 * @param orientation 1 to 8; 1 if it does not say
 */
record CaptureData(@Nullable String camera, @Nullable String takenOn, int orientation) {

    private static final Logger LOG = LoggerFactory.getLogger(CaptureData.class);
    private static final CaptureData NONE = new CaptureData(null, null, 1);
    private static final int MOST_CHARACTERS = 100;
    private static final Pattern TAKEN = Pattern.compile("(\\d{4}):(\\d\\d):(\\d\\d) (\\d\\d:\\d\\d:\\d\\d)");

    /** Of an EXIF block; one that cannot be read says nothing, and is no reason to refuse the picture. */
    static CaptureData of(byte @Nullable [] exif) {
        if (exif == null) {
            return NONE;
        }
        try {
            Metadata metadata = new Metadata();
            new TiffReader().processTiff(new ByteArrayReader(exif), new ExifTiffHandler(metadata, null, 0), 0);
            return of(metadata);
        } catch (Exception | StackOverflowError unreadable) {
            LOG.debug("EXIF could not be read", unreadable);
            return NONE;
        }
    }

    private static CaptureData of(Metadata metadata) {
        Directory first = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Directory sub = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        Integer turned = first == null ? null : first.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
        return new CaptureData(camera(first), takenOn(sub), turned == null || turned < 1 || turned > 8 ? 1 : turned);
    }

    private static @Nullable String camera(@Nullable Directory first) {
        if (first == null) {
            return null;
        }
        String make = printable(first.getString(ExifDirectoryBase.TAG_MAKE));
        String model = printable(first.getString(ExifDirectoryBase.TAG_MODEL));
        String both = model.toLowerCase(Locale.ROOT).startsWith(make.toLowerCase(Locale.ROOT))
                ? model
                : (make + " " + model).strip();
        return both.isEmpty() ? null : both;
    }

    private static String printable(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String clean = text.replaceAll("[^\\x20-\\x7e]", "").strip();
        return clean.length() > MOST_CHARACTERS / 2 ? clean.substring(0, MOST_CHARACTERS / 2) : clean;
    }

    private static @Nullable String takenOn(@Nullable Directory sub) {
        String text = sub == null ? null : sub.getString(ExifDirectoryBase.TAG_DATETIME_ORIGINAL);
        Matcher matcher = TAKEN.matcher(text == null ? "" : text);
        return matcher.matches()
                ? matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3) + "T" + matcher.group(4)
                : null;
    }
}
