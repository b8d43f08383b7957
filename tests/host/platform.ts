import type * as O from 'obsidian';

/** A desktop; `createHost({ mobile: true })` makes it a phone. */
export const Platform: typeof O.Platform = {
  isDesktop: true,
  isMobile: false,
  isDesktopApp: true,
  isMobileApp: false,
  isIosApp: false,
  isAndroidApp: false,
  isPhone: false,
  isTablet: false,
  isMacOS: false,
  isWin: false,
  isLinux: true,
  isSafari: false,
  resourcePathPrefix: 'vault/',
};

export function setMobile(mobile: boolean): void {
  Object.assign(Platform, {
    isDesktop: !mobile,
    isDesktopApp: !mobile,
    isLinux: !mobile,
    isMobile: mobile,
    isMobileApp: mobile,
    isAndroidApp: mobile,
    isPhone: mobile,
  });
}
