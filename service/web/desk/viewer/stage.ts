import OpenSeadragon from 'openseadragon'

import type { Box } from '../wire/report'
import { fitOf, type Fit, type Point } from './marks'
import type { View } from './view_memory'

// OpenSeadragon, as far as it is needed: one picture, turned and zoomed, nothing of it ever cut off.

export interface Stage {
  show: (url: string, width: number, view: View | undefined) => Promise<void>
  clear: () => void
  view: () => View
  fit: (width: number, height: number) => Fit | null
  lookAt: (box: Box) => void
  whole: () => void
  zoom: (factor: number) => void
  turn: (by_deg: number) => void
  close: () => void
}

const OPTIONS = {
  drawer: 'canvas',
  showNavigationControl: false,
  animationTime: 0, // nothing swims under the eye
  springStiffness: 20,
  visibilityRatio: 0.4,
  minZoomImageRatio: 0.5,
  maxZoomPixelRatio: 6,
  homeFillsViewer: false,
  gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
  keyboardNavEnabled: false, // keys are ours
  tabIndex: '-1',
} as unknown as Omit<OpenSeadragon.Options, 'element'>

// It would write a style into the page, which the policy forbids, unless it finds it there; ours is in the sheet.
function keepStyleOut(): void {
  if (document.querySelector('style[data-openseadragon-mobile-css]')) return
  const placeholder = document.createElementNS('urn:placeholder', 'style') // of no namespace that holds rules
  placeholder.setAttribute('data-openseadragon-mobile-css', '')
  document.head.append(placeholder)
}

export function stageIn(element: HTMLElement, onMove: () => void, onSettled: () => void): Stage {
  keepStyleOut()
  const viewer = OpenSeadragon({ ...OPTIONS, element })
  const port = viewer.viewport
  let units = 1 // pixels of the report's page for one unit of the viewport
  for (const event of ['update-viewport', 'animation', 'resize', 'open', 'rotate'] as const)
    viewer.addHandler(event, onMove)
  viewer.addHandler('animation-finish', onSettled)

  const toScreen = (x: number, y: number): Point => {
    const point = port.pixelFromPoint(new OpenSeadragon.Point(x / units, y / units), true)
    return { x: point.x, y: point.y }
  }
  function restore(view: View | undefined): void {
    port.setRotation(view?.turned_deg ?? 0, true)
    port.goHome(true)
    if (!view) return
    port.zoomTo(port.getHomeZoom() * view.zoom, undefined, true)
    port.panTo(new OpenSeadragon.Point(view.x, view.y), true)
    port.applyConstraints(true)
  }
  return {
    show: (url, width, view) =>
      new Promise((resolve, reject) => {
        units = width
        viewer.addOnceHandler('open', () => (restore(view), resolve()))
        viewer.addOnceHandler('open-failed', () => reject(new Error('picture')))
        viewer.open({ tileSource: { type: 'image', url, buildPyramid: false } })
      }),
    clear: () => viewer.close(),
    view: () => {
      const middle = port.getCenter(true)
      return {
        zoom: port.getZoom(true) / port.getHomeZoom(),
        turned_deg: port.getRotation(true),
        x: middle.x,
        y: middle.y,
      }
    },
    fit: (width, height) =>
      viewer.isOpen() ? fitOf(toScreen(0, 0), toScreen(width, 0), toScreen(0, height), width, height) : null,
    lookAt: ([x, y, w, h]) => port.fitBounds(new OpenSeadragon.Rect(x / units, y / units, w / units, h / units), true),
    whole: () => port.goHome(true),
    zoom: (factor) => (port.zoomBy(factor, undefined, true), port.applyConstraints(true)),
    turn: (by_deg) => port.setRotation((port.getRotation() + by_deg + 360) % 360, true),
    close: () => viewer.destroy(),
  }
}
