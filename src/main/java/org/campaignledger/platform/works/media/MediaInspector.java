package org.campaignledger.platform.works.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.works.media.mp4.Mp4;

/** Tells what a file is from its bytes, whatever it is called and whatever its sender says of it. */
public final class MediaInspector {

    /** Enough for hashing; small enough for any heap. */
    private static final int LOOK_SIDE = 512;

    private MediaInspector() {}

    /**
     * Inspects a file. Takes memory and time in bounds, whatever the file is.
     *
     * @throws Refused     422, the field {@code file}: {@code media-empty}, {@code media-not-taken},
     *                     {@code media-truncated}, {@code media-malformed}, {@code media-lies},
     *                     {@code media-fragmented}, {@code media-too-complex} or {@code media-too-many-pixels}
     * @throws IOException the file cannot be read from the disk
     */
    public static Facts inspect(Path file) throws IOException {
        try (FileBytes bytes = FileBytes.open(file)) {
            if (bytes.length() == 0) {
                throw MediaRefusals.empty();
            }
            if (PictureHeader.isJpeg(bytes) || PictureHeader.isPng(bytes)) {
                return picture(file, bytes);
            }
            if (Mp4.isOne(bytes)) {
                return Mp4.inspect(bytes);
            }
            if (Wav.isOne(bytes)) {
                return Wav.inspect(bytes);
            }
            if (Mp3.isOne(bytes)) {
                return Mp3.inspect(bytes);
            }
            if (Pdf.isOne(bytes)) {
                return Pdf.inspect(bytes);
            }
            if (OfficeFile.isOne(bytes)) {
                return OfficeFile.inspect(file, bytes);
            }
            throw MediaRefusals.notTaken(KnownOthers.name(bytes));
        }
    }

    private static Facts picture(Path file, FileBytes bytes) {
        PictureHeader header = PictureHeader.of(bytes);
        CaptureData taken = CaptureData.of(header.exif());
        boolean lying = taken.orientation() >= 5;
        String hash = PerceptualHash.of(Pictures.upright(file, header.mediaType(), taken.orientation(), LOOK_SIDE));
        return new Facts(header.mediaType(), bytes.length(), null, lying ? header.height() : header.width(),
                lying ? header.width() : header.height(), List.of(), taken.camera(), taken.takenOn(),
                taken.orientation(), hash, Redaction.NONE);
    }
}
