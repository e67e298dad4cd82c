import sharp from 'sharp'
import type { RunningService } from '../../../library/service/run-service.ts'
import type { StoryMedia } from '../../../library/stories/story.schema.ts'

/** A picture in the library's store that knows the camera it came from, as a part of a record. */
export async function keepPicture(service: RunningService): Promise<StoryMedia> {
  const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#c84' } })
    .withExif({ IFD0: { Model: 'CAM-9' } })
    .jpeg()
    .toBuffer()
  const sha256 = await service.session.access.blobs.put(bytes)
  return {
    id: 'm1',
    sha256,
    name: '渠.jpg',
    mediaType: 'image/jpeg',
    size: bytes.length,
    looked: true,
    alternative: '渠',
  }
}
