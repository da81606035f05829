import { type Said, said } from '../words.ts'
import type { FileRefusal } from './model.ts'

export const fileWords = {
  'file-missing': said('没有收到文件，请重新选择', 'No file arrived; please choose it again'),
  'file-empty': said('文件是空的', 'The file is empty'),
  'file-too-large': said(
    '文件太大：图片不超过 10 MB，PDF 不超过 20 MB',
    'The file is too large: images up to 10 MB, PDF up to 20 MB',
  ),
  'file-kind-not-allowed': said(
    '只接受 JPEG、PNG、WebP 图片和 PDF 文件（按内容识别，与文件名无关）',
    'Only JPEG, PNG, WebP pictures and PDF are accepted, judged by content, not by name',
  ),
  'image-unreadable': said('图片已损坏，无法打开', 'The picture is damaged and cannot be opened'),
  'image-too-many-pixels': said(
    '图片尺寸过大，请缩小后再上传',
    'The picture has too many pixels; please make it smaller',
  ),
  'heic-not-supported': said(
    '这张是苹果手机的 HEIC 照片，这里打不开。请把照片截一张图再添加；或在手机“设置—相机—格式”里选“兼容性最佳”，重拍一张。',
    'This is a HEIC photo, which cannot be opened here. Add a screenshot of it, or choose Most Compatible under Settings, Camera, Formats and take it again.',
  ),
  'pdf-damaged': said('PDF 文件不完整', 'The PDF is incomplete'),
} as const satisfies Record<FileRefusal, Said>
