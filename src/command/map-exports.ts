import { Notice, type App } from 'obsidian';
import type { Translate } from '../i18n';
import type { MapExportEdge } from '../model/map-export';
import type { MapExports } from '../view/core/services';
import { mapCanvas } from '../write/map-canvas';
import { mapSvg } from '../write/map-svg';
import { copyText } from './clipboard';
import { savePicture } from './save-picture';

/** Takes a map out of its view, and says where it went. */
export function mapExports(app: App, t: Translate): MapExports {
  const save = async (title: string, extension: string, text: string, from: string): Promise<void> => {
    const path = await savePicture(app, title, text, from, extension);
    new Notice(t('picture.saved', { path }));
  };
  const copy = (text: string): Promise<void> => copyText(app, t, text, t('picture.copied'));
  // An arrow says what stands below; the others need a word.
  const labelOf = ({ relation }: MapExportEdge): string =>
    relation === 'downstream' ? '' : t(`sidebar.relation.${relation}`);
  return {
    copySvg: (sheet) => copy(mapSvg(sheet)),
    saveSvg: (sheet, from) => save(sheet.title, 'svg', mapSvg(sheet), from),
    copyCanvas: (sheet) => copy(mapCanvas(sheet, labelOf)),
    saveCanvas: (sheet, from) => save(sheet.title, 'canvas', mapCanvas(sheet, labelOf), from),
  };
}
